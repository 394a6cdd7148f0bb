//! Numbers and plurals as a language has them, by the browser's own tables.

use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::JsValue;

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// The number as it is.
    Plain,
    /// The number as per cent of one.
    Percent,
    /// With its sign, also where it is not negative.
    Signed,
}

/// A language's numbers. A page has hundreds, and making a format takes browsers longer than all else about a number, so each
/// is made once.
pub(crate) struct Numbers {
    locales: Array,
    formats: RefCell<Vec<((Style, u8), Function)>>,
    plurals: OnceCell<Intl::PluralRules>,
}

impl Numbers {
    /// The forms of the language with this code.
    pub(crate) fn of(language: &str) -> Self {
        let locales = Array::of1(&JsValue::from_str(language));
        Self { locales, formats: RefCell::default(), plurals: OnceCell::new() }
    }

    /// A number with `decimals` digits behind the point.
    pub(crate) fn write(&self, number: f64, style: Style, decimals: u8) -> String {
        // Nothing in `format` comes back to this list.
        let mut formats = self.formats.borrow_mut();
        let known = formats.iter().find(|(of, _)| *of == (style, decimals)).map(|(_, format)| format.clone());
        let format = known.unwrap_or_else(|| {
            let format = self.format(style, decimals);
            formats.push(((style, decimals), format.clone()));
            format
        });
        let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number)).ok();
        written.and_then(|written| written.as_string()).unwrap_or_else(|| number.to_string())
    }

    /// The form that a count takes.
    pub(crate) fn plural(&self, count: usize) -> String {
        let rules = self.plurals.get_or_init(|| Intl::PluralRules::new(&self.locales, &Object::new()));
        rules.select(count as f64).into()
    }

    fn format(&self, style: Style, decimals: u8) -> Function {
        let settings = Object::new();
        let set = |name: &str, value: JsValue| {
            // A property of a fresh object can be set.
            let _ = Reflect::set(&settings, &JsValue::from_str(name), &value);
        };
        set("minimumFractionDigits", decimals.into());
        set("maximumFractionDigits", decimals.into());
        match style {
            Style::Plain => {}
            Style::Percent => set("style", "percent".into()),
            Style::Signed => set("signDisplay", "always".into()),
        }
        Intl::NumberFormat::new(&self.locales, &settings).format()
    }
}
