//! Which device a frame goes to: the one that is ready sooner.

use crate::protocol::{Backend, Cost, Timings};

/// Share of the newest frame in what is known of a device.
const NEWEST: f64 = 0.1;
/// How much sooner, as a share, the other device has to be ready to take over: small differences are noise.
const WORTH_IT: f64 = 0.1;

/// What frames cost on each device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    cpu: Option<Cost>,
    web_gpu: Option<Cost>,
}

impl Costs {
    /// Takes in what a device measured itself; nothing where it is put aside.
    pub fn set(&mut self, backend: Backend, cost: Option<Cost>) {
        *self.of(backend) = cost;
    }

    /// Notes a photo with `faces` faces that a device has answered, where nothing else is known of it: what a large
    /// photo costs says little of a camera's frames.
    pub fn note_photo(&mut self, backend: Backend, timings: &Timings, faces: usize) {
        if self.of(backend).is_none() {
            self.note(backend, timings, faces);
        }
    }

    /// Notes a frame with `faces` faces that a device has answered.
    pub fn note(&mut self, backend: Backend, timings: &Timings, faces: usize) {
        let base = timings.read + timings.detect;
        let reading = timings.attributes + timings.explain;
        let known = self.of(backend);
        let before = known.unwrap_or(Cost { base, per_face: reading / faces.max(1) as f64 });
        let newer = |before: f64, now: f64| before + NEWEST * (now - before);
        // A batch on a GPU costs something however many faces it has; all of what it costs is put down to them.
        let per_face = if faces > 0 { newer(before.per_face, reading / faces as f64) } else { before.per_face };
        *known = Some(Cost { base: newer(before.base, base), per_face });
    }

    /// The device that a frame with `faces` faces is to go to, where `current` had the last one.
    pub fn choose(&self, current: Backend, faces: usize) -> Backend {
        let time = |cost: Option<Cost>| cost.map(|cost| cost.base + cost.per_face * faces as f64);
        let (Some(cpu), Some(web_gpu)) = (time(self.cpu), time(self.web_gpu)) else { return current };
        let (here, there, other) = match current {
            Backend::Cpu => (cpu, web_gpu, Backend::WebGpu),
            Backend::WebGpu => (web_gpu, cpu, Backend::Cpu),
        };
        if there < (1.0 - WORTH_IT) * here { other } else { current }
    }

    fn of(&mut self, backend: Backend) -> &mut Option<Cost> {
        match backend {
            Backend::Cpu => &mut self.cpu,
            Backend::WebGpu => &mut self.web_gpu,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timings(detect: f64, attributes: f64) -> Timings {
        Timings { read: 1.0, detect, attributes, explain: 0.0 }
    }

    #[test]
    fn few_faces_go_to_the_cpu_and_many_to_the_gpu() {
        let mut costs = Costs::default();
        costs.set(Backend::WebGpu, Some(Cost { base: 40.0, per_face: 2.0 }));
        assert_eq!(costs.choose(Backend::Cpu, 16), Backend::Cpu);
        costs.note(Backend::Cpu, &timings(9.0, 20.0), 1);
        assert_eq!(costs.choose(Backend::Cpu, 1), Backend::Cpu);
        assert_eq!(costs.choose(Backend::Cpu, 16), Backend::WebGpu);
        assert_eq!(costs.choose(Backend::WebGpu, 16), Backend::WebGpu);
        assert_eq!(costs.choose(Backend::WebGpu, 1), Backend::Cpu);
    }

    #[test]
    fn a_device_that_becomes_slower_loses_its_frames_and_one_that_is_put_aside_at_once() {
        let mut costs = Costs::default();
        costs.note(Backend::Cpu, &timings(9.0, 20.0), 1);
        costs.set(Backend::WebGpu, Some(Cost { base: 5.0, per_face: 5.0 }));
        assert_eq!(costs.choose(Backend::Cpu, 1), Backend::WebGpu);
        (0..50).for_each(|_| costs.note(Backend::WebGpu, &timings(60.0, 60.0), 1));
        assert_eq!(costs.choose(Backend::WebGpu, 1), Backend::Cpu);
        costs.set(Backend::WebGpu, None);
        assert_eq!(costs.choose(Backend::Cpu, 1), Backend::Cpu);
    }

    #[test]
    fn a_photo_counts_only_where_nothing_else_is_known() {
        let mut costs = Costs::default();
        costs.note_photo(Backend::Cpu, &timings(9.0, 20.0), 1);
        let known = costs;
        assert_ne!(known, Costs::default());
        costs.note_photo(Backend::Cpu, &timings(900.0, 20.0), 1);
        assert_eq!(costs, known);
    }

    #[test]
    fn frames_without_faces_say_nothing_about_reading() {
        let mut costs = Costs::default();
        costs.note(Backend::Cpu, &timings(9.0, 20.0), 1);
        (0..200).for_each(|_| costs.note(Backend::Cpu, &timings(9.0, 0.0), 0));
        costs.set(Backend::WebGpu, Some(Cost { base: 9.0, per_face: 15.0 }));
        assert_eq!(costs.choose(Backend::Cpu, 4), Backend::WebGpu);
    }
}
