//! What a process may still ask the kernel for once it is confined, as a program for the kernel's filter (seccomp): to
//! read stdin, to write stdout and stderr, memory that holds no code, a moment of waiting, its end.

use libc::{BPF_ABS, BPF_JEQ, BPF_JMP, BPF_JSET, BPF_K, BPF_LD, BPF_RET, BPF_W, c_int, c_long, sock_filter};
use std::mem::offset_of;

/// As the kernel calls the processor; libc does not name these. None where nobody has tried it.
pub const ARCHITECTURE: Option<u32> = if cfg!(target_arch = "x86_64") {
    Some(0xc000_003e)
} else if cfg!(target_arch = "aarch64") {
    Some(0xc000_00b7)
} else if cfg!(target_arch = "s390x") {
    Some(0x8000_0016)
} else if cfg!(all(target_arch = "powerpc64", target_endian = "little")) {
    Some(0xc000_0015)
} else {
    None
};

/// What an argument of an allowed call must be.
enum Condition {
    OneOf(&'static [c_int]),
    With(c_int),
    Without(c_int),
}
use Condition::{OneOf, With, Without};

type Rule = (c_long, &'static [(usize, Condition)]);

const RULES: &[Rule] = &[
    (libc::SYS_read, &[(0, OneOf(&[libc::STDIN_FILENO]))]),
    (libc::SYS_write, &[(0, OneOf(&[libc::STDOUT_FILENO, libc::STDERR_FILENO]))]),
    // There the arguments are in memory, where the filter does not look.
    #[cfg(target_arch = "s390x")]
    (libc::SYS_mmap, &[]),
    #[cfg(not(target_arch = "s390x"))]
    (libc::SYS_mmap, &[(2, Without(libc::PROT_EXEC)), (3, With(libc::MAP_ANONYMOUS))]),
    (libc::SYS_mprotect, &[(2, Without(libc::PROT_EXEC))]),
    (libc::SYS_mremap, &[]),
    (libc::SYS_munmap, &[]),
    (libc::SYS_madvise, &[]),
    (libc::SYS_brk, &[]),
    // A stream that is not ready.
    (libc::SYS_nanosleep, &[]),
    (libc::SYS_clock_nanosleep, &[]),
    (libc::SYS_exit_group, &[]),
];

/// A refused call never returns: it becomes the signal SIGSYS, whose handler says so and ends the process with 3
/// (last_resort.rs). A mere error would let whoever got that far try on; to kill would be an end without words.
const REFUSE: u32 = libc::SECCOMP_RET_TRAP;

pub fn program(architecture: u32) -> Vec<sock_filter> {
    let mut program = Vec::with_capacity(64);
    program.extend([
        load(offset_of!(libc::seccomp_data, arch)),
        // Calls by another numbering are nothing that this could have been compiled to.
        jump(BPF_JEQ, architecture, 1, 0),
        end(libc::SECCOMP_RET_KILL_PROCESS),
        load(offset_of!(libc::seccomp_data, nr)),
    ]);
    for (call, conditions) in RULES {
        let rule = program.len();
        program.push(jump(BPF_JEQ, *call as u32, 0, 0));
        for (argument, condition) in *conditions {
            program.push(load(place_of(*argument)));
            add_check(&mut program, condition);
            program.push(end(REFUSE));
        }
        program.push(end(libc::SECCOMP_RET_ALLOW));
        program[rule].jf = distance(program.len() - rule - 1);
    }
    program.push(end(REFUSE));
    program
}

/// Goes beyond the next instruction when the condition holds.
fn add_check(program: &mut Vec<sock_filter>, condition: &Condition) {
    match condition {
        OneOf(values) => {
            for (index, value) in values.iter().enumerate() {
                program.push(jump(BPF_JEQ, *value as u32, values.len() - index, 0));
            }
        }
        With(bit) => program.push(jump(BPF_JSET, *bit as u32, 1, 0)),
        Without(bit) => program.push(jump(BPF_JSET, *bit as u32, 0, 1)),
    }
}

/// Of the half that matters: the kernel itself takes descriptors and flags for words of 32 bits.
fn place_of(argument: usize) -> usize {
    offset_of!(libc::seccomp_data, args) + 8 * argument + if cfg!(target_endian = "big") { 4 } else { 0 }
}

fn load(place: usize) -> sock_filter {
    sock_filter { code: (BPF_LD | BPF_W | BPF_ABS) as u16, jt: 0, jf: 0, k: place as u32 }
}

/// By so many instructions beyond the next, when it is so and when it is not.
fn jump(test: u32, value: u32, then: usize, otherwise: usize) -> sock_filter {
    sock_filter { code: (BPF_JMP | test | BPF_K) as u16, jt: distance(then), jf: distance(otherwise), k: value }
}

fn distance(steps: usize) -> u8 {
    u8::try_from(steps).expect("the program is short")
}

fn end(action: u32) -> sock_filter {
    sock_filter { code: (BPF_RET | BPF_K) as u16, jt: 0, jf: 0, k: action }
}

#[cfg(test)]
mod tests {
    use super::*;
    use libc::{SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS, SECCOMP_RET_TRAP, c_uint};

    const HERE: u32 = ARCHITECTURE.unwrap();

    /// What the kernel would decide.
    fn decide(arch: u32, nr: c_int, args: [u64; 6]) -> c_uint {
        let data = libc::seccomp_data { nr, arch, instruction_pointer: 0, args };
        let program = program(HERE);
        let (mut at, mut loaded) = (0, 0);
        loop {
            let sock_filter { code, jt, jf, k } = program[at];
            let is = |wanted: u32| u32::from(code) == wanted;
            let steps = if is(BPF_LD | BPF_W | BPF_ABS) {
                assert!(k.is_multiple_of(4) && (k as usize) < size_of_val(&data));
                // SAFETY: it is in the data, and aligned.
                loaded = unsafe { (&raw const data).cast::<u32>().byte_add(k as usize).read() };
                0
            } else if is(BPF_JMP | BPF_JEQ | BPF_K) {
                if loaded == k { jt } else { jf }
            } else if is(BPF_JMP | BPF_JSET | BPF_K) {
                if loaded & k != 0 { jt } else { jf }
            } else {
                assert!(is(BPF_RET | BPF_K));
                return k;
            };
            at += 1 + usize::from(steps);
        }
    }

    fn decide_here(call: c_long, args: [u64; 6]) -> c_uint {
        decide(HERE, call as c_int, args)
    }

    #[test]
    fn allows_no_call_that_has_no_rule() {
        // On x86-64 the numbers from 2^30 on are those of x32.
        for call in (0..4096).chain((1 << 30)..(1 << 30) + 4096).chain([-1, c_int::MIN, c_int::MAX]) {
            let has_rule = RULES.iter().any(|(known, _)| *known == c_long::from(call));
            for argument in [0, 1, 2, 3, u64::from(u32::MAX), u64::MAX] {
                let decision = decide(HERE, call, [argument; 6]);
                assert!(decision == SECCOMP_RET_TRAP || has_rule && decision == SECCOMP_RET_ALLOW, "{call}");
            }
        }
    }

    #[test]
    fn allows_each_call_that_has_a_rule() {
        let memory = [
            0,
            4096,
            (libc::PROT_READ | libc::PROT_WRITE) as u64,
            (libc::MAP_PRIVATE | libc::MAP_ANONYMOUS) as u64,
            u64::MAX,
            0,
        ];
        for (call, _) in RULES {
            let args = match *call {
                libc::SYS_write => [1, 0, 0, 0, 0, 0],
                libc::SYS_mmap | libc::SYS_mprotect => memory,
                _ => [0; 6],
            };
            assert_eq!(decide_here(*call, args), SECCOMP_RET_ALLOW, "{call}");
        }
    }

    #[test]
    fn allows_stdin_to_be_read_and_the_others_to_be_written() {
        let allowed = |call| {
            (0..1000).filter(move |&descriptor| decide_here(call, [descriptor, 0, 0, 0, 0, 0]) == SECCOMP_RET_ALLOW)
        };
        assert_eq!(allowed(libc::SYS_read).collect::<Vec<_>>(), [0]);
        assert_eq!(allowed(libc::SYS_write).collect::<Vec<_>>(), [1, 2]);
    }

    #[cfg(not(target_arch = "s390x"))]
    #[test]
    fn refuses_memory_of_a_file_or_for_code() {
        let map = |protection: c_int, flags: c_int| {
            decide_here(libc::SYS_mmap, [0, 4096, protection as u64, flags as u64, 0, 0])
        };
        assert_eq!(map(libc::PROT_READ, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS), SECCOMP_RET_ALLOW);
        assert_eq!(map(libc::PROT_READ, libc::MAP_PRIVATE), SECCOMP_RET_TRAP);
        assert_eq!(map(libc::PROT_READ | libc::PROT_EXEC, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS), SECCOMP_RET_TRAP);
        assert_eq!(decide_here(libc::SYS_mprotect, [0, 4096, libc::PROT_EXEC as u64, 0, 0, 0]), SECCOMP_RET_TRAP);
    }

    #[test]
    fn kills_what_calls_as_another_processor_does() {
        for architecture in [0, 0x4000_0003, HERE ^ 1] {
            assert_eq!(decide(architecture, libc::SYS_read as c_int, [0; 6]), SECCOMP_RET_KILL_PROCESS);
        }
    }
}
