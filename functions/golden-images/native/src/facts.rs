//! What the readers want to know of a text, found faster than an interpreter could (`TextScan` of
//! src/resource-list/text-scan.ts).

/// Lines that are indented by less are shallow.
const DEPTH: usize = 3;

/// Whether no character is in it that src/yaml/full/find-forbidden-character.ts would find. A carriage return may be
/// one: then it must look.
pub fn is_allowed(text: &str) -> bool {
    // Without a way out in between, the compiler looks at many bytes at once.
    let is_plain =
        |part: &[u8]| part.iter().fold(true, |plain, &byte| plain & matches!(byte, b'\t' | b'\n' | b' '..=b'~'));
    text.as_bytes().chunks(4096).all(is_plain)
        || text.chars().all(|char| {
            matches!(char, '\t' | '\n' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
        })
}

/// Whether no line's last quote, of either kind, stands where one could open a scalar (src/resource-list/block/check-closed.ts).
pub fn are_lines_closed(text: &str) -> bool {
    let may_open = |line: &str, quote: u8, before: &[u8]| match line.as_bytes().iter().rposition(|&byte| byte == quote)
    {
        None => false,
        Some(0) => true,
        Some(place) => before.contains(&line.as_bytes()[place - 1]),
    };
    !text.split('\n').any(|line| may_open(line, b'"', b" \t[{,:\\") || may_open(line, b'\'', b" \t[{,:'"))
}

/// As `findShallowLines` of src/resource-list/block/shallow-lines.ts for the whole text: three numbers for each line.
pub fn shallow_lines(text: &str) -> Vec<i32> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.bytes().take(DEPTH).take_while(|&byte| byte == b' ').count();
        if indent < DEPTH {
            let place = i32::try_from(start).expect("the longest text fits");
            lines.extend([place, place + indent as i32, first_unit(&line[indent..])]);
        }
        start += length_of(line);
    }
    lines
}

/// Where the word stands first; the text's length when it does not.
pub fn first_place(text: &str, word: &str) -> usize {
    length_of(text.split_once(word).map_or(text, |(before, _)| before))
}

/// In UTF-16 units.
fn length_of(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// The first UTF-16 unit; -1 when a line ends there.
fn first_unit(rest: &str) -> i32 {
    match rest.encode_utf16().next() {
        None | Some(0x0a | 0x0d) => -1,
        Some(unit) => unit.into(),
    }
}
