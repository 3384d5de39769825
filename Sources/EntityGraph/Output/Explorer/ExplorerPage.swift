import CExplorer

/// Puts the page together from its template, style, script and data.
///
/// The security policy allows exactly this one script and this one style, by their digests, and
/// nothing else: no network, no inline handlers, no strings that become markup.
enum ExplorerPage {
  static func bytes(title: String, source: String, data: [UInt8]) -> [UInt8] {
    let style = part(EG_PAGE_STYLE)
    let script = part(EG_PAGE_SCRIPT)
    let policy = """
      default-src 'none'; script-src 'sha256-\(base64(SHA256.digest(script)))'; \
      style-src 'sha256-\(base64(SHA256.digest(style)))'; base-uri 'none'; form-action 'none'; \
      require-trusted-types-for 'script'; trusted-types 'none'
      """
    var out: [UInt8] = []
    // The template alone is searched for places, never what was put into them.
    var isPlace = false
    for piece in part(EG_PAGE_TEMPLATE).split(
      separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    {
      if !isPlace {
        out += piece
      } else {
        switch String(decoding: piece, as: UTF8.self) {
        case "policy": out += Array(policy.utf8)
        case "title": out += Array(XMLText.escaped(oneLine(title)).utf8)
        case "source": out += Array(XMLText.escaped(oneLine(source)).utf8)
        case "style": out += style
        case "script": out += script
        case "data": out += data
        default: break
        }
      }
      isPlace.toggle()
    }
    return out
  }

  private static func oneLine(_ text: String) -> String { TextWriter.printable(text) }

  private static func part(_ number: Int) -> [UInt8] {
    Array(
      UnsafeBufferPointer(
        start: eg_page_bytes(Int32(number)), count: Int(eg_page_count(Int32(number)))))
  }

  /// Base 64 with padding (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for at in 0..<4 {
        out.append(
          at <= group.count ? letters[bits >> (18 - 6 * at) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
