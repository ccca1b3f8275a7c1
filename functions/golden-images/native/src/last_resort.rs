//! Ends that nothing should lead to: the exit code is 3 even then, and no signal.

use std::{mem, ptr};

use crate::streams;

/// By which a fault of QuickJS, or of a compiled library, would kill the process.
const FAULTS: [libc::c_int; 7] = [
    libc::SIGABRT,
    libc::SIGBUS,
    libc::SIGFPE,
    libc::SIGILL,
    libc::SIGSEGV,
    libc::SIGSYS,
    // What some processors have for a call to abort.
    libc::SIGTRAP,
];

/// A reader that is gone and a file that is too large are errors of a write, as in Node, and no signals.
const ERRORS_OF_WRITES: [libc::c_int; 2] = [libc::SIGPIPE, libc::SIGXFSZ];

/// For the handler, when what is left of the stack is not enough, or was all of it.
const STACK: usize = 64 << 10;
static mut HANDLERS_STACK: [u8; STACK] = [0; STACK];

/// What the stack may have at most, seen from where it began.
const LARGEST_STACK: usize = 1 << 30;
static mut STACK_TOP: usize = 0;

/// Which build this is, for who gets a report: as `src/cli/describe-failure.ts` says it.
macro_rules! build {
    () => {
        concat!("(build ", env!("GOLDEN_IMAGES_BUILD"), ")")
    };
}
pub(crate) use build;

/// A line about a failure that is nobody's but the function's.
macro_rules! failure {
    ($reason:literal) => {
        concat!("golden-images: a failure of golden-images itself, please report it: ", $reason, " ", build!(), "\n")
    };
}

const BROKE_OFF: &str = failure!("it broke off");
const REFUSED: &str = failure!("it asked the system for what it never needs");
pub const NO_MEMORY: &str = "golden-images: the input must be smaller: the system gives no more memory\n";

pub fn install() {
    let here = 0;
    // SAFETY: the places are there for as long as the process is; the handler calls only what may be called at any moment.
    unsafe {
        STACK_TOP = &raw const here as usize;
        let stack = libc::stack_t { ss_sp: (&raw mut HANDLERS_STACK).cast(), ss_flags: 0, ss_size: STACK };
        libc::sigaltstack(&stack, ptr::null_mut());
        let mut action: libc::sigaction = mem::zeroed();
        action.sa_sigaction = libc::SIG_IGN;
        for signal in ERRORS_OF_WRITES {
            libc::sigaction(signal, &action, ptr::null_mut());
        }
        action.sa_sigaction = end_after_fault as *const () as usize;
        action.sa_flags = libc::SA_ONSTACK | libc::SA_SIGINFO;
        for signal in FAULTS {
            libc::sigaction(signal, &action, ptr::null_mut());
        }
    }
}

extern "C" fn end_after_fault(signal: libc::c_int, info: *const libc::siginfo_t, _: *const libc::c_void) {
    // SAFETY: the system gives the information.
    let is_of_stack = unsafe {
        let place = (*info).si_addr() as usize;
        place < STACK_TOP && STACK_TOP - place < LARGEST_STACK
    };
    end_at_once(match signal {
        libc::SIGSYS => REFUSED,
        // The engine looks after its stack: then there was not so much as it may use.
        libc::SIGSEGV if is_of_stack => NO_MEMORY,
        _ => BROKE_OFF,
    })
}

/// Allocates nothing and runs nothing else.
pub fn end_at_once(line: &str) -> ! {
    // Nobody is left to tell that they could not be written.
    let _ = streams::write_all(libc::STDERR_FILENO, line.as_bytes());
    // SAFETY: nothing has to be done before.
    unsafe { libc::_exit(3) }
}

/// In place of musl's, which raises a signal: that would be a refused call. With glibc, which does not let itself be
/// replaced, it is one, and the end is the same.
#[cfg(all(target_env = "musl", not(test)))]
#[unsafe(no_mangle)]
extern "C" fn abort() -> ! {
    end_at_once(BROKE_OFF)
}

/// In place of musl's, which prints where the source was when it was compiled.
#[cfg(all(target_env = "musl", not(test)))]
#[unsafe(no_mangle)]
extern "C" fn __assert_fail() -> ! {
    end_at_once(BROKE_OFF)
}
