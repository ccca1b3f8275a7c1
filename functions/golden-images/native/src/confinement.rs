//! From here on the process can read stdin, write stdout and stderr, take memory and end, and nothing else (filter.rs).
//! A kernel that has no filters, or a runtime or an emulator that does not let a process have its own, is no reason to
//! give no answer: the process asks for nothing else anyway.

use libc::{c_ulong, c_ushort, sock_fprog};

use crate::filter;

/// Before anything of the input is read.
pub fn enter() {
    let Some(architecture) = filter::ARCHITECTURE else { return };
    // Coverage and sanitizers, which go with such a build, open files.
    if cfg!(debug_assertions) {
        return;
    }
    let mut instructions = filter::program(architecture);
    let program = sock_fprog { len: instructions.len() as c_ushort, filter: instructions.as_mut_ptr() };
    // SAFETY: the program is there while the kernel copies it.
    unsafe {
        // Nobody may filter who could start a program with more rights than his own.
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        let ask =
            |flags: c_ulong| libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, flags, &raw const program);
        // Kernels before 5.16 slow down what has a filter, for there may be secrets of others in it. Here are none. Those
        // before 4.17 do not know that.
        if ask(libc::SECCOMP_FILTER_FLAG_SPEC_ALLOW) != 0 && *libc::__errno_location() == libc::EINVAL {
            ask(0);
        }
    }
}
