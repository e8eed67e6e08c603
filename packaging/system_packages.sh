#!/bin/sh
# Puts the system libraries in place that Qt and the tests need on Debian and Ubuntu, or says
# plainly which are missing. On other systems Qt's wheels bring what they need.
set -eu

# For the program itself, with or without a screen.
needed="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
# For the tests that read PDFs back with another program, show real windows and listen to them as a
# screen reader does.
helpful="poppler-utils xvfb xauth strace dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"

command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=""
for package in $needed $helpful; do
  # Later releases add t64 to some names and provide the old one.
  dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q 'install ok installed' ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif sudo -n true 2>/dev/null; then
  as_root="sudo"
else
  echo "Some system packages are missing, and this user may not install them. As root:"
  echo "  apt-get install$missing"
  exit 0
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of words is meant
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
  echo "apt-get could not install all of:$missing"
  echo "Afterword may not start, and tests that need them will say so."
}
