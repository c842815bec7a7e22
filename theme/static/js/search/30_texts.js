// Articles, pages and answers: pairs of characters in a few small files, the ones a query needs and no more than three.
(function () {
  "use strict";
  var MOST = 3, catalogue = wz.catalogue, head, shards = {};

  function pairs(query) {
    var found = [];
    (catalogue.fold(query).match(/[a-z0-9]+|[\u3400-\u9fff]+/g) || []).forEach(function (word) {
      if (/[a-z0-9]/.test(word)) found.push(word.slice(0, 12));
      else if (word.length === 1) found.push(word);
      else for (var at = 0; at + 1 < word.length; at++) found.push(word.substr(at, 2));
    });
    return found.filter(function (each, at) { return found.indexOf(each) === at; });
  }

  function shardOf(pair) {
    var sum = 0;
    for (var at = 0; at < pair.length; at++) sum = (sum * 31 + pair.charCodeAt(at)) % 65521;
    return sum % head.shards;
  }

  function shard(number) {
    shards[number] = shards[number] || catalogue.get("/search/texts-" + number + ".json");
    shards[number].catch(function () { delete shards[number]; });
    return shards[number];
  }

  // Texts that hold every pair that could be looked up, titles first: [[title, url, kind]].
  wz.texts = function (query) {
    var wanted = pairs(query);
    if (!wanted.length) return Promise.resolve([]);
    head = head || null;
    return (head ? Promise.resolve(head) : catalogue.get("/search/texts.json")).then(function (given) {
      head = given;
      if (!head.shards) return [];
      var numbers = [];
      wanted = wanted.filter(function (pair) {
        var number = shardOf(pair);
        if (numbers.indexOf(number) < 0 && numbers.length < MOST) numbers.push(number);
        return numbers.indexOf(number) >= 0;
      });
      return Promise.all(numbers.map(shard)).then(function (files) {
        var points = {};
        wanted.forEach(function (pair) {
          var places = files[numbers.indexOf(shardOf(pair))][pair] || "";
          places.split(".").filter(Boolean).forEach(function (text) {
            var number = parseInt(text, 36);
            var held = points[number >> 1] = points[number >> 1] || [0, 0];
            held[0] += 1;
            held[1] += number & 1;
          });
        });
        return Object.keys(points).filter(function (each) { return points[each][0] === wanted.length; })
          .sort(function (a, b) { return points[b][1] - points[a][1] || a - b; })
          .map(function (each) { return head.texts[each]; });
      });
    });
  };
})();
