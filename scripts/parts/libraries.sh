# The shared libraries Qt needs, and the virtual desktop of the tests. Sourced by scripts/run and scripts/test.

# library:package on Debian and Ubuntu. PySide6's wheel brings Qt, but not what Qt stands on.
qt_libraries='
libEGL.so.1:libegl1
libGL.so.1:libgl1
libX11-xcb.so.1:libx11-xcb1
libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1
libglib-2.0.so.0:libglib2.0-0
libgssapi_krb5.so.2:libgssapi-krb5-2
libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0
libxcb-shape.so.0:libxcb-shape0
libxcb-xkb.so.1:libxcb-xkb1
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxkbcommon.so.0:libxkbcommon0
'

# program:package
desktop_programs='
Xvfb:xvfb
dbus-daemon:dbus
dunst:dunst
notify-send:libnotify-bin
openbox:openbox
tint2:tint2
xdotool:xdotool
'

say() { printf '%s\n' "$*" >&2; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
    say "Installing $*"
    # An image without package lists is common; lists that cannot be refreshed may still do.
    apt-get update -qq >&2 || say "the package lists could not be refreshed; trying with what is there"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 </dev/null
}

# Sets `missing` to the packages that $1 (run or test) still needs.
look_for_missing() {
    missing=
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || known=
    for pair in $qt_libraries; do
        case $known in *"${pair%%:*} "*) ;; *) missing="$missing ${pair#*:}" ;; esac
    done
    [ "$1" = test ] || return 0
    for pair in $desktop_programs; do
        command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
    done
}

# Installs what is missing, or says what to paste.
need_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    look_for_missing "$1"
    [ -n "$missing" ] || return 0
    if can_install; then
        # shellcheck disable=SC2086 # a list of package names
        install_packages $missing
        look_for_missing "$1"
        [ -n "$missing" ] || return 0
        say "these packages did not bring what is needed:$missing"
        exit 1
    fi
    if command -v apt-get >/dev/null; then
        say "some system packages are missing. Paste this line, then start again:"
        say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing"
        exit 1
    fi
    say "these may be missing here (Debian's names):$missing"
}
