// Finding: parts of words and models first, then pinyin, then what is nearly right. Several words must all hold.
// All texts stand in one long string, so that entries without a word cost next to nothing.
(function () {
  "use strict";
  var fold = wz.catalogue.fold, bare = wz.catalogue.bare;
  var LONGEST = 30;

  function stack(texts) {
    var starts = [], at = 0;
    texts.forEach(function (text) {
      starts.push(at);
      at += text.length + 1;
    });
    return { text: texts.join("\n") + "\n", starts: starts };
  }

  // The long strings of a catalogue, made anew when a further part has come.
  function prepare(all) {
    if (all.stacked === all.entries) return;
    all.stacked = all.entries;
    all.hay = stack(all.entries.map(function (entry) { return entry.name + "\t" + entry.rest + "\t" + entry.code; }));
    all.spelt = null;
  }

  function spelt(all) {
    if (all.spelt) return all.spelt;
    var read = function (letters) {
      return stack(all.entries.map(function (entry) {
        return Array.from(entry.name + " " + entry.names).map(function (each) {
          var syllable = (all.readings[each] || [each === " " ? "" : each])[0];
          return letters ? syllable.slice(0, 1) : syllable;
        }).join("");
      }));
    };
    return all.spelt = [read(true), read(false)];
  }

  // Calls visit(number) once for each entry that holds the part; `apart` minds digits that go on to the left.
  function holders(hay, part, apart, visit) {
    var number = 0, at = hay.text.indexOf(part);
    while (at >= 0) {
      while (hay.starts[number + 1] <= at) number += 1;
      if (apart && /[\d.]/.test(hay.text[at - 1] || "")) {
        at = hay.text.indexOf(part, at + 1);
      } else {
        visit(number);
        if (number + 1 >= hay.starts.length) return;
        at = hay.text.indexOf(part, hay.starts[number + 1]);
      }
    }
  }

  // Where a word stands in a text; a number is not looked for inside another: "60升" is not in "160升".
  function within(text, word) {
    var place = text.indexOf(word);
    if (!/^\d/.test(word)) return place;
    while (place > 0 && /[\d.]/.test(text[place - 1])) place = text.indexOf(word, place + 1);
    return place;
  }

  function direct(entry, word, code) {
    var points = 0;
    if (/[a-z0-9]/.test(code)) {
      var place = entry.code.indexOf(code);
      points = place === 0 ? 50 : place > 0 && code.length > 1 ? 30 : 0;
    }
    place = within(entry.name, word);
    if (place >= 0) points += place ? 20 : 22;
    if (within(entry.rest, word) >= 0) points += 5;
    return points;
  }

  // How far a title goes along with a word from `at` on, each character a whole syllable or its first letter; else -1.
  function spell(text, at, word, readings) {
    if (!word) return at;
    if (at >= text.length) return -1;
    if (text[at] === " ") return spell(text, at + 1, word, readings);
    var syllables = readings[text[at]] || [text[at]];
    for (var i = 0; i < syllables.length; i++) {
      var syllable = syllables[i];
      if (syllable.indexOf(word) === 0) return at + 1;
      var end = word.indexOf(syllable) === 0 ? spell(text, at + 1, word.slice(syllable.length), readings) : -1;
      if (end < 0 && word[0] === syllable[0]) end = spell(text, at + 1, word.slice(1), readings);
      if (end >= 0) return end;
    }
    return -1;
  }

  function spelled(text, word, readings) {
    for (var at = 0; at < text.length; at++) {
      var end = text[at] === " " ? -1 : spell(text, at, word, readings);
      if (end >= 0) return [at, end];
    }
    return null;
  }

  function pinyin(entry, word, readings) {
    var span = spelled(entry.name, word, readings);
    if (span) return { points: span[0] ? 12 : 14, span: span };
    return spelled(entry.names, word, readings) ? { points: 4 } : null;
  }

  // Adds what pinyin finds: initials and whole syllables quickly, a mixture of both where nothing else was found.
  function addPinyin(all, word, found) {
    var any = false;
    function look(number) {
      found[number] = found[number] || pinyin(all.entries[number], word, all.readings);
      any = any || !!found[number];
    }
    spelt(all).forEach(function (hay) { holders(hay, word, false, look); });
    if (any || found.some(Boolean)) return;
    // The character after the first begins with one of the letters that follow; no syllable has more than six.
    Array.from(new Set(word.slice(1, 7))).forEach(function (letter) {
      holders(spelt(all)[0], word[0] + letter, false, look);
    });
  }

  // Entries that hold most of a word, two characters at a time.
  function nearly(all, word) {
    var code = bare(word).slice(0, LONGEST), masks = [], best = 0.6;
    if (code.length < 3) return [];
    for (var at = 0; at + 1 < code.length; at++) {
      var apart = /\d/.test(code[at]) && !/\d/.test(code[at - 1] || "");
      holders(all.hay, code.substr(at, 2), apart, function (number) { masks[number] |= 3 << at; });
    }
    masks = masks.map(function (mask) {
      for (var count = 0; mask; mask &= mask - 1) count += 1;
      best = Math.max(best, count / code.length);
      return count / code.length;
    });
    return masks.map(function (share) { return share >= 0.6 && share > best - 0.1 ? { points: 10 * share } : null; });
  }

  // Other words for a word, and for the unit of an amount.
  function others(all, word) {
    var amount = /^([\d.]+)([^\d.]+)$/.exec(word) || ["", "", ""], found = [];
    all.head.synonyms.forEach(function (group) {
      if (group.indexOf(word) >= 0) found = found.concat(group);
      if (group.indexOf(amount[2]) >= 0) found = found.concat(group.map(function (unit) { return amount[1] + unit; }));
    });
    return found.filter(function (each) { return each !== word; });
  }

  // What one word means to each entry, by its number: {points, span}, or nothing.
  function meanings(all, word) {
    var found = [];
    function look(text, less) {
      var code = bare(text);
      function score(number) {
        var points = direct(all.entries[number], text, code) - less;
        if (points > 0 && (!found[number] || found[number].points < points)) found[number] = { points: points };
      }
      if (text) holders(all.hay, text, false, score);
      if (code && code !== text) holders(all.hay, code, false, score);
    }
    look(word, 0);
    others(all, word).forEach(function (other) { look(other, 1); });
    // Two letters are a piece of a model as often as two initials; three are rarely both.
    if (/^[a-z]{2,}$/.test(word) && (!found.length || word.length > 2)) addPinyin(all, word, found);
    return found.some(Boolean) ? found : nearly(all, word);
  }

  // Entries that fit the query, the best first, equals in shop order: [{entry, points, span}].
  function find(all, query) {
    var words = fold(query).split(/[\s,，。、]+/).filter(Boolean).slice(0, 8);
    if (!words.length) return [];
    prepare(all);
    var joined = words.length > 1 && joinedCode(all, words);
    if (joined && joined.length) return joined;
    var columns = words.map(function (word) { return meanings(all, word.slice(0, LONGEST)); });
    var found = [];
    columns[0].forEach(function (first, number) {
      var holds = columns.every(function (column) { return column[number]; });
      if (!holds) return;
      var spans = columns.map(function (column) { return column[number].span; }).filter(Boolean);
      var points = columns.reduce(function (sum, column) { return sum + column[number].points; }, 0);
      found.push({ entry: all.entries[number], points: points, span: spans[0] });
    });
    return ranked(found);
  }

  // "lj 2601" typed for LJ-2601: words that together are a part of a model.
  function joinedCode(all, words) {
    var code = bare(words.join("")), found = [];
    if (!/^[a-z0-9]*\d[a-z0-9]*$/.test(code) || code.length < 4) return found;
    holders(all.hay, code, false, function (number) {
      var place = all.entries[number].code.indexOf(code);
      if (place >= 0) found.push({ entry: all.entries[number], points: place ? 30 : 50 });
    });
    return ranked(found);
  }

  function ranked(found) {
    return found.sort(function (a, b) { return b.points - a.points; });
  }

  wz.catalogue.find = find;
  wz.catalogue.warm = function (all) {
    prepare(all);
    spelt(all);
  };
})();
