//! The executable as it lies in memory.

use libc::{Elf64_Ehdr, Elf64_Phdr};
use std::slice;

unsafe extern "C" {
    /// Its first bytes. The linker makes the name.
    #[link_name = "__ehdr_start"]
    static HEADER: Elf64_Ehdr;
}

/// The system puts it at another place in each process, where it is linked for that.
pub fn start() -> usize {
    &raw const HEADER as usize
}

/// Tables that hold addresses are filled in when a process starts, and constant from then on (RELRO). A loader would take
/// the right to write them; a static executable has none, and musl does not do it either.
pub fn protect_constants() {
    let start = start();
    // SAFETY: the header is there, and says where those of the segments are.
    let segments =
        unsafe { slice::from_raw_parts((start + HEADER.e_phoff as usize) as *const Elf64_Phdr, HEADER.e_phnum.into()) };
    // As far as it was moved from where it was linked to.
    let Some(first) = segments.iter().find(|segment| segment.p_type == libc::PT_LOAD && segment.p_offset == 0) else {
        return;
    };
    let moved = start - first.p_vaddr as usize;
    // SAFETY: it asks for nothing but a constant.
    let page = unsafe { libc::getauxval(libc::AT_PAGESZ) } as usize;
    for segment in segments.iter().filter(|segment| segment.p_type == libc::PT_GNU_RELRO) {
        let from = (moved + segment.p_vaddr as usize) / page * page;
        let to = (moved + (segment.p_vaddr + segment.p_memsz) as usize) / page * page;
        // SAFETY: nobody writes there after the start. Where it can't be had, it stays as it was.
        unsafe { libc::mprotect(from as *mut libc::c_void, to - from, libc::PROT_READ) };
    }
}
