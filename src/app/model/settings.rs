//! The visitor's settings, kept in the page's address so that a link opens the same view.

use super::explain_target::ExplainTarget;
use super::lesson::Lesson;
use super::panel::Panel;
use crate::attributes::Attribute;
use crate::heat_palette::Palette;
use crate::protocol::BackendChoice;

/// Everything about the page that a link carries. A picture is never part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The device asked for.
    pub backend: BackendChoice,
    /// Attributes that are not shown.
    pub hidden: Vec<Attribute>,
    /// What the heat map explains.
    pub explain: ExplainTarget,
    /// How opaque the heat map is, in per cent.
    pub opacity: u8,
    /// The heat map's colours.
    pub palette: Palette,
    /// Whether a camera's estimates are averaged over the last moments.
    pub smooth: bool,
    /// Whether a camera's faces are only followed between looks at the whole frame.
    pub follow: bool,
    /// Whether a second network is asked about photos as well.
    pub second_opinion: bool,
    /// How much of the picture, from its left side and in per cent, the heat map covers; the rest stays plain.
    pub split: u8,
    /// The open tab of the panel.
    pub panel: Panel,
    /// The step of the lesson that is open in its tab, or was last.
    pub lesson: Lesson,
    /// Whether the instruments are open in their tab.
    pub instruments: bool,
    /// Whether the page is shown to a class: large type, and what a class does not need left out.
    pub projector: bool,
    /// Whether the page shows its working to tests.
    pub debug: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            backend: BackendChoice::Auto,
            hidden: Vec::new(),
            explain: ExplainTarget::default(),
            opacity: 90,
            palette: Palette::default(),
            smooth: true,
            follow: true,
            second_opinion: false,
            split: 100,
            panel: Panel::default(),
            lesson: Lesson::default(),
            instruments: false,
            projector: false,
            debug: false,
        }
    }
}

impl Settings {
    /// The query parameters that belong to the settings; others are left alone.
    pub const KEYS: [&'static str; 15] = [
        "backend",
        "hide",
        "explain",
        "layer",
        "opacity",
        "palette",
        "smooth",
        "follow",
        "second",
        "split",
        "panel",
        "lesson",
        "instruments",
        "projector",
        "debug",
    ];

    /// Reads the settings from the query's parameters. What is missing or makes no sense has its default.
    pub fn from_parameters(parameter: impl Fn(&str) -> Option<String>) -> Self {
        let default = Self::default();
        let per_cent = |key: &str| parameter(key)?.parse().ok().filter(|value| *value <= 100);
        let step = parameter("lesson").and_then(|letter| Lesson::with_letter(&letter));
        let instruments = parameter("instruments").as_deref() == Some("1");
        // A step or the instruments bring their tab with them, unless another one is named.
        let implied = match step {
            Some(_) => Panel::Lesson,
            None if instruments => Panel::More,
            None => default.panel,
        };
        Self {
            backend: match parameter("backend").as_deref() {
                Some("cpu") => BackendChoice::Cpu,
                Some("webgpu") => BackendChoice::WebGpu,
                _ => BackendChoice::Auto,
            },
            hidden: parameter("hide").map(|names| parse_attributes(&names)).unwrap_or_default(),
            explain: ExplainTarget {
                layer: parameter("layer").and_then(|stage| stage.parse::<usize>().ok()?.checked_sub(1)),
                ..parameter("explain").and_then(|text| ExplainTarget::parse(&text)).unwrap_or_default()
            },
            opacity: per_cent("opacity").unwrap_or(default.opacity),
            split: per_cent("split").unwrap_or(default.split),
            panel: parameter("panel").and_then(|name| Panel::with_name(&name)).unwrap_or(implied),
            lesson: step.unwrap_or_default(),
            instruments,
            projector: parameter("projector").as_deref() == Some("1"),
            palette: parameter("palette")
                .and_then(|name| Palette::ALL.into_iter().find(|palette| palette.name() == name))
                .unwrap_or_default(),
            smooth: parameter("smooth").as_deref() != Some("0"),
            follow: parameter("follow").as_deref() != Some("0"),
            second_opinion: parameter("second").as_deref() == Some("1"),
            debug: parameter("debug").as_deref() == Some("1"),
        }
    }

    /// The parameters that differ from their defaults, in the order of [`Self::KEYS`].
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let default = Self::default();
        let mut parameters = Vec::new();
        match self.backend {
            BackendChoice::Auto => {}
            BackendChoice::Cpu => parameters.push(("backend", "cpu".to_owned())),
            BackendChoice::WebGpu => parameters.push(("backend", "webgpu".to_owned())),
        }
        if !self.hidden.is_empty() {
            let names: Vec<&str> = self.hidden.iter().map(|attribute| attribute.name()).collect();
            parameters.push(("hide", names.join(",")));
        }
        if (self.explain.attribute, self.explain.class) != (default.explain.attribute, default.explain.class) {
            parameters.push(("explain", self.explain.to_string()));
        }
        if let Some(layer) = self.explain.layer {
            // Stages are counted from 1.
            parameters.push(("layer", (layer + 1).to_string()));
        }
        if self.opacity != default.opacity {
            parameters.push(("opacity", self.opacity.to_string()));
        }
        if self.palette != default.palette {
            parameters.push(("palette", self.palette.name().to_owned()));
        }
        if !self.smooth {
            parameters.push(("smooth", "0".to_owned()));
        }
        if !self.follow {
            parameters.push(("follow", "0".to_owned()));
        }
        if self.second_opinion {
            parameters.push(("second", "1".to_owned()));
        }
        if self.split != default.split {
            parameters.push(("split", self.split.to_string()));
        }
        match self.panel {
            // Said by the step.
            Panel::Lesson => parameters.push(("lesson", self.lesson.letter().to_owned())),
            // What brings another tab with it needs to be told.
            Panel::Faces if !self.instruments => {}
            Panel::Faces | Panel::HeatMap | Panel::Teach | Panel::More => {
                parameters.push(("panel", self.panel.name().to_owned()))
            }
        }
        if self.instruments {
            parameters.push(("instruments", "1".to_owned()));
        }
        if self.projector {
            parameters.push(("projector", "1".to_owned()));
        }
        if self.debug {
            parameters.push(("debug", "1".to_owned()));
        }
        parameters
    }

    /// The step of the lesson that is on the screen, if one is.
    pub fn open_step(&self) -> Option<Lesson> {
        (self.panel == Panel::Lesson).then_some(self.lesson)
    }

    /// Whether what is on the screen shows the inside of the network.
    pub fn looks_inside(&self) -> bool {
        self.open_step().is_some_and(Lesson::looks_inside)
    }

    /// Whether an attribute is hidden.
    pub fn hides(&self, attribute: Attribute) -> bool {
        self.hidden.contains(&attribute)
    }

    /// Hides a shown attribute or shows a hidden one.
    pub fn toggle_hidden(&mut self, attribute: Attribute) {
        let hide = !self.hides(attribute);
        self.hidden =
            Attribute::ALL.into_iter().filter(|&a| if a == attribute { hide } else { self.hides(a) }).collect();
    }
}

fn parse_attributes(names: &str) -> Vec<Attribute> {
    Attribute::ALL.into_iter().filter(|attribute| names.split(',').any(|name| name == attribute.name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(parameters: &[(&str, &str)]) -> Settings {
        Settings::from_parameters(|key| parameters.iter().find(|(k, _)| *k == key).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn an_empty_query_is_the_default_and_prints_as_nothing() {
        assert_eq!(parse(&[]), Settings::default());
        assert!(Settings::default().to_parameters().is_empty());
    }

    #[test]
    fn settings_survive_the_address() {
        let parameters = [
            ("backend", "webgpu"),
            ("hide", "gender,race"),
            ("explain", "race:indian"),
            ("layer", "4"),
            ("opacity", "35"),
            ("palette", "cividis"),
            ("smooth", "0"),
            ("follow", "0"),
            ("second", "1"),
            ("split", "50"),
            ("lesson", "e"),
            ("instruments", "1"),
            ("projector", "1"),
            ("debug", "1"),
        ];
        let printed = parse(&parameters).to_parameters();
        let printed: Vec<(&str, &str)> = printed.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(printed, parameters);
        assert!(printed.iter().all(|(key, _)| Settings::KEYS.contains(key)));
    }

    #[test]
    fn the_open_tab_and_step_survive_the_address() {
        let printed = |parameters: &[(&str, &str)]| {
            let printed = parse(parameters).to_parameters();
            assert_eq!(
                Settings::from_parameters(|key| printed.iter().find(|(k, _)| *k == key).map(|(_, v)| v.clone())),
                parse(parameters)
            );
            printed.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
        };
        assert_eq!(printed(&[("panel", "heat-map")]), "panel=heat-map");
        assert_eq!(printed(&[("panel", "lesson")]), "lesson=a");
        assert_eq!(printed(&[("lesson", "c")]), "lesson=c");
        assert_eq!(printed(&[("panel", "faces")]), "");
        assert_eq!(printed(&[("panel", "cellar"), ("lesson", "z")]), "");
        assert_eq!(printed(&[("instruments", "1")]), "panel=more&instruments=1");
        assert_eq!(printed(&[("panel", "faces"), ("instruments", "1")]), "panel=faces&instruments=1");
        assert_eq!(printed(&[("lesson", "e"), ("instruments", "1")]), "lesson=e&instruments=1");
    }

    #[test]
    fn a_step_is_open_only_in_its_tab() {
        let mut settings = parse(&[("lesson", "e")]);
        assert_eq!(settings.open_step(), Some(Lesson::Evidence));
        assert!(settings.looks_inside());
        settings.panel = Panel::More;
        assert_eq!((settings.open_step(), settings.lesson), (None, Lesson::Evidence));
        assert!(!settings.looks_inside());
    }

    #[test]
    fn nonsense_has_its_default() {
        let settings = parse(&[
            ("backend", "abacus"),
            ("hide", "shoes"),
            ("explain", "race:martian"),
            ("layer", "0"),
            ("opacity", "900"),
            ("palette", "pink"),
        ]);
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn hiding_twice_shows_again() {
        let mut settings = Settings::default();
        settings.toggle_hidden(Attribute::Race);
        settings.toggle_hidden(Attribute::Age);
        assert_eq!(settings.hidden, [Attribute::Age, Attribute::Race]);
        settings.toggle_hidden(Attribute::Race);
        assert!(!settings.hides(Attribute::Race) && settings.hides(Attribute::Age));
    }
}
