#!/bin/sh
# Installs the Debian packages named, those that are missing, as root or with sudo; elsewhere says what to do.
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
install="apt-get update -q && apt-get install -y -q --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive sh -c "$install" >/dev/null && exit 0
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n env DEBIAN_FRONTEND=noninteractive sh -c "$install" >/dev/null && exit 0
fi
echo "Qt needs system packages that are missing here. Run this once, then try again:" >&2
echo "  sudo sh -c '$install'" >&2
exit 1
