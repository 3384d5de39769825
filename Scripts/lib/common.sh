# Shared by the scripts of this folder; sourced, never run.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

# Articles with gold standard, used where they lie beside the project.
shared=${ENTITYGRAPH_SHARED:-$root/../shared}

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
  warn "error: $*"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Flags that spare the start another millisecond: no symbols for others to look up, and the C++
# library that the Swift runtime needs from its archive instead of loaded and relocated at each start.
link_flags() {
  local archive folder=.build/archives
  printf '%s' "-Xlinker --no-export-dynamic"
  archive=$(clang -print-file-name=libstdc++.a 2>/dev/null || true)
  [ -f "$archive" ] || return 0
  # A folder of its own: beside the archive lies the shared library, which would be preferred.
  mkdir -p "$folder"
  ln -sf "$archive" "$folder/libstdc++.a"
  printf '%s' " -Xlinker -L$folder"
}

# Builds the release binary (unless GRAPHGEN names one) and leaves its path in $graphgen.
build_release() {
  if [ -n "${GRAPHGEN:-}" ]; then
    graphgen=$GRAPHGEN
    [ -x "$graphgen" ] || die "GRAPHGEN=$graphgen is not a program"
    return
  fi
  have swift || die "no Swift toolchain found; install Swift 6.1 or later from https://swift.org/install"
  # The Swift runtime is linked in: one file to copy, and 20 ms less at start.
  swift build -c release --static-swift-stdlib --product graphgen $(link_flags) >&2
  graphgen=$(swift build -c release --static-swift-stdlib --show-bin-path)/graphgen
}
