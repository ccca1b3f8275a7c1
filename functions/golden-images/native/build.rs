//! Compiles each module of the bundle to QuickJS bytecode, with the same release of QuickJS that will run it, and lists
//! them in `modules.rs`.

use rquickjs::loader::{ImportAttributes, Loader, Resolver};
use rquickjs::{CatchResultExt, Context, Ctx, Module, Runtime, WriteOptions, module::Declared};
use std::{env, error::Error, fs, io, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed=GOLDEN_IMAGES_MODULES");
    let folder =
        env::var("GOLDEN_IMAGES_MODULES").map_err(|_| "run `npm run build:executable`, which makes the bundle")?;
    println!("cargo:rerun-if-changed={folder}");
    let folder = PathBuf::from(folder);
    let is_big_endian = env::var("CARGO_CFG_TARGET_ENDIAN")? == "big";
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut names = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()?;
    names.sort();
    let mut list = String::from("const MODULES: &[(&str, &[u8])] = &[\n");
    for name in names {
        // QuickJS reads bytecode of its own byte order alone: a target with the other compiles the source when it starts.
        let module = if is_big_endian { fs::read(folder.join(&name))? } else { compile(folder.clone(), &name)? };
        fs::write(out.join(&name), module)?;
        list += &format!("    (\"{name}\", include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),\n");
    }
    fs::write(out.join("modules.rs"), list + "];\n")?;
    Ok(())
}

fn compile(folder: PathBuf, name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let runtime = Runtime::new()?;
    // The compiler descends into nested functions and expressions.
    runtime.set_max_stack_size(4 << 20);
    let source = fs::read(folder.join(name))?;
    runtime.set_loader(ByFileName, Sources(folder));
    let bytecode = Context::full(&runtime)?.with(|ctx| {
        let options = WriteOptions { strip_source: true, strip_debug: true, ..WriteOptions::default() };
        Module::declare(ctx.clone(), name, source)
            .and_then(|module| module.write(options))
            .catch(&ctx)
            .map_err(|error| error.to_string())
    })?;
    Ok(bytecode)
}

/// All modules are in one folder.
struct ByFileName;

impl Resolver for ByFileName {
    fn resolve(&mut self, _: &Ctx, _: &str, name: &str, _: Option<ImportAttributes>) -> rquickjs::Result<String> {
        Ok(name.trim_start_matches("./").into())
    }
}

/// The compiler looks at what a module imports.
struct Sources(PathBuf);

impl Loader for Sources {
    fn load<'js>(
        &mut self,
        ctx: &Ctx<'js>,
        name: &str,
        _: Option<ImportAttributes<'js>>,
    ) -> rquickjs::Result<Module<'js, Declared>> {
        Module::declare(ctx.clone(), name, fs::read(self.0.join(name))?)
    }
}
