import Foundation
import Testing

/// What happens to the layout process is told, with what was tried instead.
@Suite(.serialized) struct LayoutSafetyTests {
  /// A graph that keeps `dot` busy for long.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let first = ["Anna", "Brian", "Carol", "David", "Emma", "Frank", "Grace", "Henry"]
    let last = ["Adams", "Baker", "Clark", "Davis", "Evans", "Foster", "Green", "Harris"]
    let people = first.flatMap { first in last.map { "\(first) \($0)" } }
    var text = ""
    for (a, one) in people.enumerated() {
      for step in [1, 3, 7, 13, 17, 19, 23, 29, 31] {
        text += "\(one) met \(people[(a + step) % people.count]).\n"
      }
    }
    try folder.write("a.txt", text)
    return folder
  }

  private static let drawing =
    "graphgen draw a.txt -o p.svg --top 64 --lines 576 --engine dot --layout-seconds 60"

  /// Draws in the background and waits for the layout process.
  private static let child = """
    \(drawing) & worker=$!
    child=; until [ -n "$child" ]; do
      child=$(cat /proc/$worker/task/$worker/children) && ! grep -q Z /proc/$worker/stat || break
    done
    """

  /// Sends a signal to the first layout process as soon as there is one.
  // Fault signals from outside may be held back; ``crashed()`` has one from inside.
  @Test(arguments: [("KILL", "was killed, perhaps for want of memory")])
  func endedFromOutside(_ signal: String, _ told: String) throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      \(Self.child)
      kill -\(signal) $child; wait $worker; echo $?
      """, in: folder, seconds: 120)
    #expect(run.stdout == "0\n")
    #expect(
      run.stderr == """
        graphgen: layout with dot \(told)
        graphgen: drawn with neato instead

        """)
    #expect(try folder.read("p.svg").hasPrefix("<svg "))
  }

  /// A plugin that ends the process where `dot` is asked for stands for a fault of Graphviz.
  // A sanitizer has its own ways to end a process.
  @Test(.disabled(if: Project.sanitizer != nil)) func crashed() throws {
    let folder = try folder()
    try folder.write(
      "crash.c",
      """
      #include <stdlib.h>
      #include <string.h>
      __attribute__((constructor)) static void load(int count, char **words) {
        for (int i = 0; i < count; i++)
          if (strcmp(words[i], "dot") == 0) abort();
      }
      """)
    let run = try Run.shell(
      """
      for place in /usr/lib/*/graphviz /usr/lib*/graphviz; do [ -d $place ] && from=$place; done
      mkdir gv; cp $from/libgvplugin_*.so.? gv; rm gv/libgvplugin_dot_layout.so.?
      GVBINDIR=$PWD/gv dot -c 2>/dev/null
      # Swift's toolchain brings clang.
      PATH=$PATH:$(dirname $(readlink -f $(command -v swift)))
      clang -shared -fPIC -o gv/libcrash.so crash.c || cc -shared -fPIC -o gv/libcrash.so crash.c || exit 99
      for config in gv/config*; do echo 'libcrash.so crash { layout { dot 0 } }' >>$config; done
      GVBINDIR=$PWD/gv \(Self.drawing)
      """, in: folder, seconds: 120)
    #expect(run.status == 0)
    #expect(
      run.stderr == """
        graphgen: layout with dot crashed (signal 6)
        graphgen: drawn with neato instead

        """)
    #expect(try folder.read("p.svg").hasPrefix("<svg "))
  }

  /// Whoever interrupts the program while it draws finds neither a picture nor a process left.
  // Tests run on threads that hold signals back, and so does at first what they start.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func interrupted(_ signal: String, _ status: Int) throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      \(Self.child)
      sleep 0.5; began=$(date +%s%N); kill -\(signal) $worker; wait $worker 2>/dev/null; echo $?
      ended=$(date +%s%N); [ $((ended - began)) -lt 1000000000 ] || echo slow
      for try in 1 2 3 4 5 6 7 8 9 10; do kill -0 $child 2>/dev/null || break; sleep 0.1; done
      [ $try = 10 ] && grep -qv ' Z ' /proc/$child/stat && echo alive
      ls -A
      """, in: folder, seconds: 120)
    #expect(run.stdout == "\(status)\na.txt\n")
  }

  @Test func withoutPlugins() throws {
    let folder = try folder()
    try folder.write("empty/x", "")
    let run = try Run.shell(
      "GVBINDIR=$PWD/empty graphgen draw a.txt -o p.svg --top 8; echo $?; ls", in: folder)
    #expect(run.stdout == "1\na.txt\nempty\n")
    let lines = run.stderr.split(separator: "\n")
    #expect(lines.last == "graphgen: no layout engine could draw this")
    #expect(
      lines.first?.hasPrefix("graphgen: layout with neato Graphviz cannot lay out with neato: ")
        == true)
    #expect(
      lines.first?.hasSuffix(
        "; Debian and Ubuntu: apt install graphviz (registers the plugins: dot -c)") == true)
  }

  /// Graphviz with the plugins for layouts alone; `PATH` without rsvg-convert.
  @Test func withoutTheFormat() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      program=$(command -v graphgen); from=
      for place in /usr/lib/*/graphviz /usr/lib*/graphviz; do [ -d $place ] && from=$place; done
      mkdir gv bin; cp $from/libgvplugin_*_layout.so.? $from/libgvplugin_core.so.? gv 2>/dev/null
      GVBINDIR=$PWD/gv dot -c 2>/dev/null || exit 99
      GVBINDIR=$PWD/gv PATH=$PWD/bin $program draw a.txt -o p.png --top 8; echo $?; ls
      """, in: folder)
    if run.status == 99 { return }
    #expect(run.stdout == "1\na.txt\nbin\ngv\n")
    let lines = run.stderr.split(separator: "\n")
    // The plugin for fonts and rsvg-convert are named too.
    #expect(lines.count == 3)
    #expect(
      lines.last?.hasPrefix("graphgen: Graphviz cannot write png: ") == true
        && lines.last?.hasSuffix(
          "; Debian and Ubuntu: apt install graphviz (registers the plugins: dot -c)") == true
    )
  }

  /// Where no font is as wide as ours, the picture is made and the package named, once.
  @Test func withoutTheFont() throws {
    let folder = try folder()
    try folder.write(
      "fonts.conf",
      "<?xml version=\"1.0\"?><fontconfig><dir>\(folder.path)/none</dir></fontconfig>")
    let run = try Run.shell(
      "FONTCONFIG_FILE=$PWD/fonts.conf graphgen draw a.txt -o p.svg --top 8", in: folder)
    #expect(
      run.stderr == """
        graphgen: the font Liberation Sans (or Graphviz's plugin for fonts) is not installed, so \
        words may not fit their boxes; Debian and Ubuntu: apt install fonts-liberation graphviz

        """)
    #expect(run.status == 0)
    #expect(try folder.read("p.svg").hasPrefix("<svg "))
  }

  /// What draws nothing needs no Graphviz; what draws names the package. A file that is no library
  /// stands for one that is missing.
  @Test func withoutGraphviz() throws {
    let folder = try folder()
    let run = try Run.shell(
      """
      mkdir lib; for v in .6 .7 ''; do echo >lib/libgvc.so$v; done
      export LD_LIBRARY_PATH=$PWD/lib
      graphgen extract a.txt >/dev/null; echo $?
      graphgen draw a.txt -o p.svg --top 8; echo $?; ls
      """, in: folder)
    #expect(run.stdout == "0\n1\na.txt\nlib\n")
    #expect(
      run.stderr == """
        graphgen: Graphviz cannot be used: libgvc is not installed; Debian and Ubuntu: apt install graphviz

        """)
  }
}
