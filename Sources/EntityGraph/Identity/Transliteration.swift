/// How far two spellings of one foreign name can be apart: a weighted edit distance over letters in
/// which what transliterations vary costs little (q for k, o for u, a doubled letter) and what tells
/// names apart costs much (n for q, a for u).
enum Transliteration {
  /// Letters as the distance sees them: digraphs that stand for one sound are one letter, doubled
  /// letters and silent ones fall away.
  static func sounds(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(word.count)
    var i = 0
    func at(_ k: Int) -> Unicode.Scalar { k < word.count ? Unicode.Scalar(word[k]) : "." }
    while i < word.count {
      let letter = at(i)
      var sound = letter
      var width = 1
      switch (letter, at(i + 1)) {
      // One letter in Russian and Ukrainian.
      case ("s", "h") where at(i + 2) == "c" && at(i + 3) == "h": (sound, width) = ("S", 4)
      case ("t", "c") where at(i + 2) == "h": (sound, width) = ("C", 3)
      case ("s", "c") where at(i + 2) == "h": (sound, width) = ("S", 3)
      // Dzhokhar, Djokhar.
      case ("d", "z") where at(i + 2) == "h": (sound, width) = ("j", 3)
      case ("s", "h"): (sound, width) = ("S", 2)
      case ("c", "h"): (sound, width) = ("C", 2)
      case ("k", "h"): (sound, width) = ("X", 2)
      case ("g", "h"): (sound, width) = ("G", 2)
      case ("d", "h"): (sound, width) = ("D", 2)
      case ("t", "h"): (sound, width) = ("T", 2)
      case ("z", "h"): (sound, width) = ("Z", 2)
      case ("p", "h"): (sound, width) = ("f", 2)
      case ("d", "j"): (sound, width) = ("j", 2)
      case ("c", "k"): (sound, width) = ("k", 2)
      case ("k", "s"): (sound, width) = ("x", 2)
      case ("o", "u"), ("o", "o"): (sound, width) = ("u", 2)
      case ("e", "e"): (sound, width) = ("i", 2)
      case ("y", "i"), ("i", "y"), ("i", "j"): (sound, width) = ("i", 2)
      case ("o", "w") where i + 2 < word.count && !isVowel(word[i + 2]):
        (sound, width) = ("u", 2)
      case ("a", "w") where !isVowel(UInt8(truncatingIfNeeded: at(i + 2).value)):
        (sound, width) = ("u", 2)
      case ("c", "e"), ("c", "i"), ("c", "y"): sound = "s"
      case ("c", _): sound = "k"
      case ("w", _): sound = "v"
      case ("y", _) where i > 0: sound = "i"
      case ("'", _), ("`", _): sound = "."
      default: break
      }
      i += width
      let byte = UInt8(truncatingIfNeeded: sound.value)
      if sound == "." || out.last == byte { continue }
      out.append(byte)
    }
    return out
  }

  static func isVowel(_ c: UInt8) -> Bool {
    switch c {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }

  /// A coarse key that all spellings of one name share: classes of its consonants.
  static func skeleton(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for s in sounds(word) {
      let k: UInt8
      switch Unicode.Scalar(s) {
      case "a", "e", "i", "o", "u", "h": continue
      case "k", "q", "g", "G", "X", "x": k = UInt8(ascii: "k")
      case "d", "D", "t", "T": k = UInt8(ascii: "t")
      case "s", "z", "S", "C", "Z", "j": k = UInt8(ascii: "s")
      case "v", "f": k = UInt8(ascii: "f")
      default: k = s
      }
      if out.last != k { out.append(k) }
    }
    return out.isEmpty ? sounds(word) : out
  }

  /// Classes of the first sound, coarser than ``skeleton(_:)``: two spellings of a name share one.
  static func opening(_ word: [UInt8]) -> [Character] {
    guard let first = sounds(word).first else { return ["a"] }
    switch Unicode.Scalar(first) {
    case "a", "e", "i", "o", "u", "y": return ["a"]
    // Russian has g for it: Heydar, Geidar.
    case "h": return ["a", "k"]
    // Yusuf, Jusuf; Jamal, Dzhamal.
    case "j": return ["a", "s", "t"]
    case "k", "q", "g", "G", "X", "x": return ["k"]
    case "d", "D", "t", "T": return ["t"]
    case "s", "z", "S", "C", "Z": return ["s"]
    case "v", "f": return ["f"]
    default: return [Character(Unicode.Scalar(first))]
    }
  }

  /// Whether two folded words may be spellings of one name.
  ///
  /// - Parameter strict: both are well-known names of their own, so only what is written
  ///   differently and said alike may differ.
  static func matches(_ a: [UInt8], _ b: [UInt8], strict: Bool) -> Bool {
    if a == b { return true }
    let x = sounds(a)
    let y = sounds(b)
    if x == y { return !strict || abs(a.count - b.count) <= 1 }
    if strict { return false }
    let length = min(x.count, y.count)
    if length < 3 || abs(x.count - y.count) > 3 { return false }
    let limit = length < 5 ? 25 : length < 6 ? 50 : length < 7 ? 75 : 100
    return distance(x, y, limit: limit) <= limit
  }

  /// Whether two words differ in a for o alone, not at the end: Tajik and Uzbek write the one where
  /// Persian and Arabic write the other (Islam, Islom).
  static func areOpenVowels(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count, a.count > 4, a.last == b.last else { return false }
    let (low, high) = (UInt8(ascii: "a"), UInt8(ascii: "o"))
    return zip(a, b).allSatisfy { x, y in
      x == y || (x == low && y == high) || (x == high && y == low)
    }
  }

  /// In hundredths of an edit; more than `limit` is only known to be more.
  private static func distance(_ x: [UInt8], _ y: [UInt8], limit: Int) -> Int {
    var row = [Int](repeating: 0, count: y.count + 1)
    for j in 0..<y.count { row[j + 1] = row[j] + gap(y, j) }
    for i in 0..<x.count {
      var diagonal = row[0]
      row[0] += gap(x, i)
      var least = row[0]
      for j in 0..<y.count {
        let isLast = i == x.count - 1 && j == y.count - 1
        let change = diagonal + (x[i] == y[j] ? 0 : cost(x[i], y[j], isLast: isLast))
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j + 1] + gap(x, i), row[j] + gap(y, j))
        least = min(least, row[j + 1])
      }
      if least > limit { return least }
    }
    return row[y.count]
  }

  /// Cost of a letter that the other spelling leaves out.
  private static func gap(_ word: [UInt8], _ k: Int) -> Int {
    let letter = Unicode.Scalar(word[k])
    if letter == "h" { return 25 }
    if isVowel(word[k]) {
      // A final vowel tells names apart (Christian, Christiana), a helping vowel inside does not.
      if k == 0 || k == word.count - 1 { return 125 }
      if isVowel(word[k - 1]) || (k + 1 < word.count && isVowel(word[k + 1])) {
        return letter == "i" || letter == "e" || letter == "a" ? 50 : 75
      }
      return 50
    }
    return letter == "y" || letter == "v" ? 75 : 125
  }

  private static func cost(_ a: UInt8, _ b: UInt8, isLast: Bool) -> Int {
    let pair =
      a < b ? (Unicode.Scalar(a), Unicode.Scalar(b)) : (Unicode.Scalar(b), Unicode.Scalar(a))
    switch pair {
    case ("a", "e"): return isLast ? 150 : 25
    // Kwan, Kuan: w is v here.
    case ("e", "i"), ("u", "v"): return 25
    case ("o", "u"): return 0
    case ("a", "o"): return isLast ? 100 : 75
    case ("a", "i"), ("e", "o"), ("a", "u"), ("i", "o"), ("i", "u"), ("e", "u"): return 150
    // Capitals are digraphs: G gh, X kh, D dh, T th, C ch, S sh, Z zh.
    case ("k", "q"), ("G", "g"), ("D", "d"), ("T", "t"), ("X", "k"), ("G", "q"): return 0
    case ("g", "q"), ("X", "q"), ("X", "h"), ("C", "S"), ("k", "x"), ("Z", "j"), ("s", "z"),
      ("S", "s"), ("Z", "z"), ("f", "v"), ("i", "j"), ("i", "y"), ("j", "y"), ("D", "z"),
      ("X", "x"):
      return 25
    case ("g", "h"): return 50
    case ("g", "k"), ("G", "k"), ("D", "Z"), ("C", "s"), ("C", "j"), ("d", "t"), ("T", "s"),
      ("C", "k"),
      ("G", "X"), ("X", "g"):
      return 75
    default: return 150
    }
  }
}
