//! Memory with an end: when it is reached, or the system gives no more, the process says so and ends with 3. QuickJS
//! would throw instead, but what catches errors on the way out could make half an answer of it.
//!
//! Small blocks are cut off a chunk, and kept for the next of their size when they are free: a run makes a hundred
//! thousand of them. The first chunk is a part of the executable, so that what is there can be kept in it (snapshot.rs).
//! It is moved to the same place in each process, wherever the system puts the executable.

use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr::{self, null_mut};

#[cfg(target_os = "linux")]
use crate::executable;
use crate::last_resort::{NO_MEMORY, end_at_once};

/// As much as Node takes on a machine that has it.
const LIMIT: usize = 4 << 30;

/// Whether the first chunk is large enough for the engine with the bundle in it.
pub const HOLDS_ENGINE: bool = cfg!(all(target_os = "linux", target_endian = "little", not(target_arch = "powerpc64")));
const FIRST_CHUNK: usize = if HOLDS_ENGINE { 2240 << 10 } else { STEP };
const CHUNK: usize = 256 << 10;

/// Sizes of blocks are multiples of this, and so are their addresses.
const STEP: usize = 16;
/// Up to here there is a size of blocks at each step, beyond it are four between a power of two and the next.
const LARGEST_STEPPED: usize = 8 << 10;
const LARGEST_SMALL: usize = 64 << 10;
const SIZES: usize = LARGEST_STEPPED / STEP + 1 + 4 * (LARGEST_SMALL / LARGEST_STEPPED).ilog2() as usize;

/// Where the memory is moved to: far from all that the system, an emulator or valgrind puts anywhere.
const HOME: usize = 32 << 30;

/// At most so many words of a snapshot can be addresses of the executable. scripts/snapshot.ts knows the number.
const MOST_ADDRESSES: usize = 2040;

/// All that there is to know of the memory; with the first chunk, all that changes until the input is read. It is moved by
/// whole pages, which have up to 64 KiB on arm64.
#[repr(C)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
#[cfg_attr(target_arch = "aarch64", repr(align(65536)))]
#[cfg_attr(not(target_arch = "aarch64"), repr(align(4096)))]
pub struct Memory {
    /// By which the place is found in the executable's file.
    mark: [u8; 32],
    /// Where the executable began when a snapshot was taken, and what to find in the memory; both 0 when there is none.
    pub code: usize,
    pub root: usize,
    /// Where in the memory the executable's addresses are, up to the first 0.
    addresses: [u32; MOST_ADDRESSES],
    /// From the system, in bytes.
    pub taken: usize,
    /// What is left of the chunk that small blocks are cut off.
    next: usize,
    end: usize,
    /// Blocks of each size.
    free: [*mut FreeBlock; SIZES],
    first_chunk: [u8; FIRST_CHUNK],
}

struct FreeBlock {
    next: *mut FreeBlock,
}

static mut MEMORY: Memory = Memory {
    mark: *b"golden-images: memory at start:\n",
    code: 0,
    root: 0,
    addresses: [0; MOST_ADDRESSES],
    taken: 0,
    next: 0,
    end: 0,
    free: [null_mut(); SIZES],
    first_chunk: [0; FIRST_CHUNK],
};

struct Limited;

#[cfg_attr(not(test), global_allocator)]
static ALLOCATOR: Limited = Limited;

// SAFETY: each block is cut off a chunk once, and is in one list at most, or it is the system's.
unsafe impl GlobalAlloc for Limited {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        memory().alloc(layout)
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { memory().dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        unsafe { memory().realloc(place, layout, size) }
    }
}

/// Moves the memory to its place, once and before anything asks for some.
#[cfg(target_os = "linux")]
pub fn settle() {
    if !HOLDS_ENGINE {
        return;
    }
    let (size, home) = (size_of::<Memory>(), HOME as *mut libc::c_void);
    // SAFETY: the memory has its pages for itself, and nothing is at its place.
    unsafe {
        let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
        if libc::mremap((&raw mut MEMORY).cast(), size, size, flags, home) != home {
            end_at_once(NO_MEMORY);
        }
    }
    memory().correct(executable::start());
}

pub fn memory() -> &'static mut Memory {
    let memory = if HOLDS_ENGINE { HOME as *mut Memory } else { &raw mut MEMORY };
    // SAFETY: no second thread is ever started, and nobody keeps what this gives.
    unsafe { &mut *memory }
}

impl Memory {
    /// Makes the executable's addresses in a snapshot those of this process.
    #[cfg(target_os = "linux")]
    fn correct(&mut self, code: usize) {
        let moved = code.wrapping_sub(self.code);
        if self.root == 0 || moved == 0 {
            return;
        }
        let words = (&raw mut *self).cast::<usize>();
        for place in self.addresses.iter().take_while(|&&place| place != 0) {
            // SAFETY: it is a word of the memory.
            unsafe { *words.add(*place as usize) = (*words.add(*place as usize)).wrapping_add(moved) };
        }
        self.code = code;
    }

    fn alloc(&mut self, layout: Layout) -> *mut u8 {
        let size = layout.size();
        if is_small(layout) {
            let (index, whole) = block_size(size);
            let block = self.free[index];
            if block.is_null() {
                return self.cut(whole);
            }
            // SAFETY: it was a block of this size, and lies in no other list.
            self.free[index] = unsafe { (*block).next };
            return block.cast();
        }
        let place = if layout.align() <= STEP { self.cut_first(size) } else { None };
        place.unwrap_or_else(|| self.ask_system(size, || unsafe { System.alloc(layout) }))
    }

    unsafe fn dealloc(&mut self, place: *mut u8, layout: Layout) {
        if is_small(layout) {
            let list = &mut self.free[block_size(layout.size()).0];
            let block = place.cast::<FreeBlock>();
            unsafe { block.write(FreeBlock { next: *list }) };
            *list = block;
        } else if !self.is_first(place) {
            self.taken -= layout.size();
            unsafe { System.dealloc(place, layout) };
        }
    }

    unsafe fn realloc(&mut self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the alignment is one already.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if is_small(layout) && is_small(wanted) && block_size(layout.size()) == block_size(size) {
            return place;
        }
        if !is_small(layout) && !is_small(wanted) && !self.is_first(place) {
            self.taken -= layout.size();
            return self.ask_system(size, || unsafe { System.realloc(place, layout, size) });
        }
        let new = self.alloc(wanted);
        unsafe {
            ptr::copy_nonoverlapping(place, new, layout.size().min(size));
            self.dealloc(place, layout);
        }
        new
    }

    fn cut(&mut self, size: usize) -> *mut u8 {
        if self.next == 0 {
            (self.next, self.end) = self.bounds_of_first();
        }
        if self.end - self.next < size {
            // SAFETY: both are powers of two.
            let chunk = unsafe { Layout::from_size_align_unchecked(CHUNK, STEP) };
            self.next = self.ask_system(CHUNK, || unsafe { System.alloc(chunk) }) as usize;
            self.end = self.next + CHUNK;
        }
        let block = self.next;
        self.next += size;
        block as *mut u8
    }

    /// A large block, while the first chunk has room for it. It is not used again.
    fn cut_first(&mut self, size: usize) -> Option<*mut u8> {
        let size = size.next_multiple_of(STEP);
        let is_first = self.next == 0 || self.is_first(self.next as *mut u8);
        (is_first && self.end - self.next >= size).then(|| self.cut(size))
    }

    fn is_first(&self, place: *mut u8) -> bool {
        let (start, end) = self.bounds_of_first();
        (start..end).contains(&(place as usize))
    }

    fn bounds_of_first(&self) -> (usize, usize) {
        let start = (&raw const self.first_chunk as usize).next_multiple_of(STEP);
        (start, start + FIRST_CHUNK - STEP)
    }

    fn ask_system(&mut self, size: usize, ask: impl FnOnce() -> *mut u8) -> *mut u8 {
        self.taken += size;
        if self.taken > LIMIT {
            end_at_once("golden-images: the input must be smaller: it needs more than 4 GiB of memory\n");
        }
        let place = ask();
        if place.is_null() {
            end_at_once(NO_MEMORY);
        }
        place
    }
}

fn is_small(layout: Layout) -> bool {
    layout.size() <= LARGEST_SMALL && layout.align() <= STEP
}

/// The place of a size in the list of sizes, and the size itself, for a block of at least so much.
fn block_size(size: usize) -> (usize, usize) {
    if size <= LARGEST_STEPPED {
        let steps = size.div_ceil(STEP);
        return (steps, steps * STEP);
    }
    let doublings = (size - 1).ilog2() - LARGEST_STEPPED.ilog2();
    let quarter = (LARGEST_STEPPED / 4) << doublings;
    let quarters = size.div_ceil(quarter);
    (LARGEST_STEPPED / STEP + 4 * doublings as usize + quarters - 4, quarters * quarter)
}
