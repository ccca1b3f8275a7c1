//! Compiles the bundle to QuickJS bytecode, with the same release of QuickJS that will run it.

use rquickjs::{CatchResultExt, Context, Module, Runtime, WriteOptions};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed=GOLDEN_IMAGES_BUNDLE");
    let bundle = env::var("GOLDEN_IMAGES_BUNDLE").map_err(|_| "run `npm run build:executable`, which makes the bundle")?;
    println!("cargo:rerun-if-changed={bundle}");
    let source = fs::read(bundle)?;
    let runtime = Runtime::new()?;
    // The compiler descends into nested functions and expressions.
    runtime.set_max_stack_size(4 << 20);
    let bytecode = Context::full(&runtime)?.with(|ctx| {
        let options = WriteOptions { strip_source: true, strip_debug: true, ..WriteOptions::default() };
        Module::declare(ctx.clone(), "golden-images", source)
            .and_then(|module| module.write(options))
            .catch(&ctx)
            .map_err(|error| error.to_string())
    })?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("bytecode"), bytecode)?;
    Ok(())
}
