//! Memory with an end: when it is reached, or the system gives no more, the process says so and ends with 3. QuickJS
//! would throw instead, but what catches errors on the way out could make half an answer of it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::last_resort::end_at_once;

/// As much as Node takes on a machine that has it.
const LIMIT: usize = 4 << 30;

struct Limited;

#[global_allocator]
static ALLOCATOR: Limited = Limited;

/// One thread at a time allocates, so that this needs no exact arithmetic.
static USED: AtomicUsize = AtomicUsize::new(0);

// SAFETY: what is handed out is the system's.
unsafe impl GlobalAlloc for Limited {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(0, layout.size());
        given(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(0, layout.size());
        given(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(layout.size(), size);
        given(unsafe { System.realloc(place, layout, size) })
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(layout.size(), 0);
        unsafe { System.dealloc(place, layout) }
    }
}

fn count(freed: usize, taken: usize) {
    let used = USED.load(Relaxed).wrapping_sub(freed).wrapping_add(taken);
    USED.store(used, Relaxed);
    if used > LIMIT {
        end_at_once("golden-images: the input must be smaller: it needs more than 4 GiB of memory\n");
    }
}

fn given(place: *mut u8) -> *mut u8 {
    if place.is_null() {
        end_at_once("golden-images: the input must be smaller: the system gives no more memory\n");
    }
    place
}
