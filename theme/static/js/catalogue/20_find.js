// Finding: parts of words and models first, then pinyin, then what is nearly right. Several words must all hold.
(function () {
  "use strict";
  var fold = wz.catalogue.fold, bare = wz.catalogue.bare;

  function direct(entry, word, code) {
    var points = 0;
    if (code && /[a-z0-9]/.test(code)) {
      var place = entry.code.indexOf(code);
      points = place === 0 ? 50 : place > 0 && code.length > 1 ? 30 : 0;
    }
    place = entry.name.indexOf(word);
    if (place >= 0) points += place ? 20 : 22;
    if (entry.rest.indexOf(word) >= 0) points += 5;
    return points;
  }

  // How many characters of `word` a title takes from `at` on, each a whole syllable or its first letter; -1 if not all.
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

  // The part of a word's characters that pairs found in the text cover.
  function covered(text, word) {
    var marks = [], count = 0;
    for (var at = 0; at + 1 < word.length; at++) {
      if (text.indexOf(word.substr(at, 2)) >= 0) marks[at] = marks[at + 1] = 1;
    }
    for (at = 0; at < word.length; at++) count += marks[at] || 0;
    return count / word.length;
  }

  function nearly(entries, word) {
    var code = bare(word), best = 0.6;
    if (code.length < 3) return [];
    var shares = entries.map(function (entry) {
      var share = covered(entry.name + "\n" + entry.rest + "\n" + entry.code, code);
      best = Math.max(best, share);
      return share;
    });
    return shares.map(function (share) { return share >= 0.6 && share > best - 0.1 ? { points: 10 * share } : null; });
  }

  // What one word means to every entry: {points, span} or null, in the order of the entries.
  function meanings(all, word) {
    var others = [];
    all.head.synonyms.forEach(function (group) { if (group.indexOf(word) >= 0) others = others.concat(group); });
    var code = bare(word), any = false;
    var found = all.entries.map(function (entry) {
      var points = direct(entry, word, code);
      others.forEach(function (other) { points = Math.max(points, direct(entry, other, bare(other)) - 1); });
      any = any || points > 0;
      return points > 0 ? { points: points } : null;
    });
    // Two letters are a piece of a model as often as two initials; three are rarely both.
    if (/^[a-z]{2,}$/.test(word) && (!any || word.length > 2)) {
      found = all.entries.map(function (entry, at) { return found[at] || pinyin(entry, word, all.readings); });
      any = found.some(Boolean);
    }
    return any ? found : nearly(all.entries, word);
  }

  // Entries that fit the query, the best first, equals in shop order: [{entry, points, span}].
  function find(all, query) {
    var words = fold(query).split(/[\s,，。、]+/).filter(Boolean).slice(0, 8);
    if (!words.length) return [];
    var columns = words.map(function (word) { return meanings(all, word); });
    if (words.length > 1) {
      var joined = meaningsOfCode(all, words);
      if (joined) return joined;
    }
    return ranked(all.entries.map(function (entry, at) {
      var points = 0, span = null;
      for (var i = 0; i < columns.length; i++) {
        if (!columns[i][at]) return null;
        points += columns[i][at].points;
        span = span || columns[i][at].span;
      }
      return { entry: entry, points: points, span: span };
    }));
  }

  // "lj 2601" typed for LJ-2601: words that together are a part of a model.
  function meaningsOfCode(all, words) {
    var code = bare(words.join(""));
    if (!/^[a-z0-9]*\d[a-z0-9]*$/.test(code) || code.length < 4) return null;
    var found = ranked(all.entries.map(function (entry) {
      var place = entry.code.indexOf(code);
      return place < 0 ? null : { entry: entry, points: place ? 30 : 50 };
    }));
    return found.length ? found : null;
  }

  function ranked(found) {
    return found.filter(Boolean).sort(function (a, b) { return b.points - a.points; });
  }

  wz.catalogue.find = find;
})();
