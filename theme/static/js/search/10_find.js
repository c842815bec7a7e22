// Finding: parts of words and models first, then pinyin, then what is nearly right. Several words must all hold.
// All texts stand in one long string, so that entries without a word cost next to nothing; a part that goes on where
// another ended is looked for in the entries that held the other, and nowhere else.
(function () {
  "use strict";
  var fold = wz.catalogue.fold, bare = wz.catalogue.bare;
  var LONGEST = 30, MOST_HELD = 60, SLICE = 50;

  function stack() {
    return { text: "", starts: [0], held: new Map() };
  }

  // Adds the texts of further entries, up to a number of them.
  function grow(hay, entries, to, textOf) {
    var texts = [], at = hay.text.length;
    if (hay.starts.length > to) return;
    for (var number = hay.starts.length - 1; number < to; number++) {
      var text = textOf(entries[number]) + "\n";
      texts.push(text);
      hay.starts.push(at += text.length);
    }
    hay.text += texts.join("");
    hay.held.clear();
  }

  function ready(all) {
    all.hay = all.hay || stack();
    grow(all.hay, all.entries, all.entries.length, function (entry) { return entry.name + "\t" + entry.rest + "\t" + entry.code; });
  }

  // Names and values spelled, of as many entries as asked for: in initials, and in whole syllables. `begins` has a capital
  // where a syllable begins.
  function spelt(all, to) {
    all.spelt = all.spelt || [stack(), stack()];
    all.spelt.forEach(function (hay, whole) {
      hay.begins = hay.begins || "";
      var begins = [];
      grow(hay, all.entries, to, function (entry) {
        var spelling = "";
        for (var each of entry.name + "\t" + entry.names) {
          var syllable = all.readings[each] ? all.readings[each][0] : each === " " ? "" : each;
          spelling += syllable.slice(0, 1).toUpperCase() + (whole ? syllable.slice(1) : "");
        }
        begins.push(spelling + "\n");
        return spelling.toLowerCase();
      });
      hay.begins += begins.join("");
    });
    return all.spelt;
  }

  // Spells everything beforehand, in slices with room for keys between them.
  function warm(all) {
    var to = Math.min(all.entries.length, (all.spelt ? all.spelt[1].starts.length - 1 : 0) + SLICE);
    spelt(all, to);
    if (to < all.entries.length) setTimeout(warm, 0, all);
  }

  // The numbers of the entries that hold a part.
  function holders(hay, part) {
    var known = hay.held.get(part), shorter = part.length;
    if (known) return known;
    while (--shorter && !known) known = hay.held.get(part.slice(0, shorter));
    known = known ? known.filter(function (number) {
      return hay.text.slice(hay.starts[number], hay.starts[number + 1]).indexOf(part) >= 0;
    }) : scan(hay, part);
    if (hay.held.size >= MOST_HELD) hay.held.delete(hay.held.keys().next().value);
    hay.held.set(part, known);
    return known;
  }

  function scan(hay, part) {
    var found = [], number = 0, at = hay.text.indexOf(part);
    while (at >= 0) {
      while (hay.starts[number + 1] <= at) number += 1;
      found.push(number);
      at = hay.text.indexOf(part, hay.starts[number + 1]);
    }
    return found;
  }

  // Where a word stands in a text; a number is not looked for inside another: "60升" is not in "160升".
  function within(text, word) {
    var place = text.indexOf(word);
    if (place < 1 || !isDigit(word.charCodeAt(0))) return place;
    while (place > 0 && /[\d.]/.test(text[place - 1])) place = text.indexOf(word, place + 1);
    return place;
  }

  function isDigit(code) { return code >= 48 && code <= 57; }

  function direct(entry, word, code) {
    var points = 0, place;
    if (code) {
      place = entry.code.indexOf(code);
      points = place === 0 ? 50 : place > 0 && code.length > 1 ? 30 : 0;
    }
    place = within(entry.name, word);
    if (place >= 0) points += place ? 20 : 22;
    return within(entry.rest, word) < 0 ? points : points + 5;
  }

  // How far a title goes along with a word from `at` on, each character a whole syllable or its first letter; else -1.
  function spell(text, at, word, readings) {
    if (!word) return at;
    if (at >= text.length) return -1;
    if (text[at] === " ") return spell(text, at + 1, word, readings);
    var syllables = readings[text[at]] || [text[at]];
    for (var i = 0; i < syllables.length; i++) {
      var syllable = syllables[i];
      if (syllable[0] !== word[0]) continue;
      if (syllable.startsWith(word)) return at + 1;
      var end = word.startsWith(syllable) ? spell(text, at + 1, word.slice(syllable.length), readings) : -1;
      if (end < 0) end = spell(text, at + 1, word.slice(1), readings);
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

  // What one word means to each entry, by its number: points, and whether pinyin found it in its name.
  function Meaning(count) {
    this.points = new Float32Array(count);
    this.spelled = new Uint8Array(count);
    this.any = false;
  }

  Meaning.prototype.add = function (number, points) {
    if (points > this.points[number]) this.points[number] = points;
    this.any = this.any || points > 0;
  };

  // Adds what pinyin finds: initials and whole syllables quickly, a mixture of both where nothing else was found.
  function addPinyin(all, word, meaning) {
    var hays = spelt(all, all.entries.length), held = meaning.points.slice(), looked = new Uint8Array(all.entries.length);
    function add(number, inName, first) {
      meaning.add(number, !inName ? 4 : first ? 14 : 12);
      if (inName) meaning.spelled[number] = 1;
    }
    hays.forEach(function (hay) {
      holders(hay, word).forEach(function (number) {
        var start = hay.starts[number], end = hay.starts[number + 1], at = hay.text.indexOf(word, start);
        while (at >= 0 && at < end && hay.begins[at] === hay.text[at]) at = hay.text.indexOf(word, at + 1);
        if (at >= 0 && at < end && !held[number]) add(number, at < hay.text.indexOf("\t", start), at === start);
      });
    });
    if (meaning.any) return;
    mixed(all, word, hays[0]).forEach(function (number) {
      if (looked[number]) return;
      looked[number] = 1;
      var entry = all.entries[number], span = spelled(entry.name, word, all.readings);
      if (span || spelled(entry.names, word, all.readings)) add(number, !!span, span && !span[0]);
    });
    all.mixed = { word: word, numbers: Array.from(looked.keys()).filter(function (number) { return meaning.points[number]; }), of: all.entries.length };
  }

  // The numbers of entries that may hold a mixture of initials and syllables: those that held the word without its end, or
  // those where the character after the first begins with one of the letters that follow; no syllable has more than six.
  function mixed(all, word, initials) {
    var last = all.mixed;
    if (last && last.of === all.entries.length && word.startsWith(last.word)) return last.numbers;
    return [].concat.apply([], Array.from(new Set(word.slice(1, 7)), function (letter) { return holders(initials, word[0] + letter); }));
  }

  // Adds entries that hold most of a word, two characters at a time.
  function addNearly(all, word, meaning) {
    var code = bare(word).slice(0, LONGEST), masks = new Int32Array(all.entries.length), best = 0.6;
    if (code.length < 3) return;
    for (var at = 0; at + 1 < code.length; at++) {
      var pair = code.substr(at, 2), apart = isDigit(code.charCodeAt(at)) && !isDigit(code.charCodeAt(at - 1));
      holders(all.hay, pair).forEach(function (number) {
        var entry = all.entries[number];
        if (!apart || [entry.name, entry.rest, entry.code].some(function (text) { return within(text, pair) >= 0; })) masks[number] |= 3 << at;
      });
    }
    masks.forEach(function (mask, number) { best = Math.max(best, (masks[number] = count(mask)) / code.length); });
    masks.forEach(function (held, number) {
      var share = held / code.length;
      if (share >= 0.6 && share > best - 0.1) meaning.add(number, 10 * share);
    });
  }

  function count(mask) {
    for (var bits = 0; mask; mask &= mask - 1) bits += 1;
    return bits;
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

  function meaningOf(all, word) {
    var meaning = new Meaning(all.entries.length);
    function look(text, less) {
      var code = bare(text), letters = /[a-z0-9]/.test(code) ? code : "";
      function score(number) { meaning.add(number, direct(all.entries[number], text, letters) - less); }
      if (text) holders(all.hay, text).forEach(score);
      if (code && code !== text) holders(all.hay, code).forEach(score);
    }
    look(word, 0);
    others(all, word).forEach(function (other) { look(other, 1); });
    // Two letters are a piece of a model as often as two initials; three are rarely both.
    if (/^[a-z]{2,}$/.test(word) && (!meaning.any || word.length > 2)) addPinyin(all, word, meaning);
    if (!meaning.any) addNearly(all, word, meaning);
    return meaning;
  }

  // Entries that fit the query, the best first, equals in shop order; span(entry): which part of its name pinyin means.
  function find(all, query) {
    ready(all);
    var words = fold(query).split(/[\s,，。、]+/).filter(Boolean).slice(0, 8).map(function (word) { return word.slice(0, LONGEST); });
    var meanings = [];
    function points(number) {
      for (var i = 0, sum = 0; i < meanings.length; i++) {
        if (!meanings[i].points[number]) return 0;
        sum += meanings[i].points[number];
      }
      return sum;
    }
    function span(entry) {
      var at = meanings.findIndex(function (meaning) { return meaning.spelled[entry.number]; });
      return at < 0 ? null : spelled(entry.name, words[at], all.readings);
    }
    var found = words.length > 1 ? joinedCode(all, words) : [];
    if (!found.length && words.length) {
      meanings = words.map(function (word) { return meaningOf(all, word); });
      found = ranked(all, points);
    }
    return { entries: found, span: span };
  }

  // "lj 2601" typed for LJ-2601: words that together are a part of a model.
  function joinedCode(all, words) {
    var code = bare(words.join(""));
    if (!/^[a-z0-9]*\d[a-z0-9]*$/.test(code) || code.length < 4) return [];
    var held = new Set(holders(all.hay, code));
    return ranked(all, function (number) {
      var place = held.has(number) ? all.entries[number].code.indexOf(code) : -1;
      return place < 0 ? 0 : place ? 30 : 50;
    });
  }

  // Few sums are different, so entries are filed by their sum instead of compared with each other.
  function ranked(all, pointsOf) {
    var files = new Map();
    all.entries.forEach(function (entry, number) {
      var points = pointsOf(number);
      if (!points) return;
      if (files.has(points)) files.get(points).push(entry);
      else files.set(points, [entry]);
    });
    var best = Array.from(files.keys()).sort(function (a, b) { return b - a; });
    return [].concat.apply([], best.map(function (points) { return files.get(points); }));
  }

  wz.catalogue.find = find;
  wz.catalogue.ready = ready;
  wz.catalogue.warm = warm;
})();
