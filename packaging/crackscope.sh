#!/bin/sh
# Starts CrackScope with the Java runtime that lies beside it, from any folder and through symbolic links.
# CRACKSCOPE_JAVA_OPTIONS adds JVM flags, for example -Xmx1g.

self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in
        /*) self=$target ;;
        *) self=${self%/*}/$target ;;
    esac
done
case $self in
    */*) ;;
    *) self=./$self ;;
esac
home=$(CDPATH='' cd -P -- "${self%/*}/.." && pwd -P) || exit 3

# With the C locale Java cannot open a file whose name has an umlaut.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
        if [ -n "${LC_ALL:-}" ]; then LC_ALL=C.UTF-8; else LC_CTYPE=C.UTF-8; fi
        export LC_ALL LC_CTYPE
        [ -n "$LC_ALL" ] || unset LC_ALL
        ;;
esac
# Nor with a locale that is not installed, such as that of the laptop from which somebody came by ssh.
if [ "$(locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ]; then
    LC_ALL=C.UTF-8
    export LC_ALL
fi

# Waiting OpenMP threads that spin would take the processor from the window: 1.7 times the speed on a busy machine.
: "${OMP_WAIT_POLICY:=passive}"
export OMP_WAIT_POLICY

# glibc gives each new thread memory of its own to allocate from and keeps it: training, which starts threads each epoch,
# grew by 10 % in 2,000 steps; with two such places by 3 %.
: "${MALLOC_ARENA_MAX:=2}"
export MALLOC_ARENA_MAX

# Flags meant for other Java programs of this person.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH

# shellcheck disable=SC2086 # several flags in one variable
exec "$home/runtime/bin/java" \
    @OPTIONS@ \
    ${CRACKSCOPE_JAVA_OPTIONS:-} \
    -cp "@CLASS_PATH@" \
    io.crackscope.app.Launcher "$@"
