//! The browser's interfaces as the page uses them: failures become [`PageError`](super::model::error::PageError)s here.

pub mod address;
pub mod camera;
pub mod camera_list;
pub mod composite;
pub mod construction;
pub mod crop_picture;
pub mod engine_client;
pub mod exception;
pub mod files;
pub mod film;
pub mod focus;
pub mod frame;
pub mod heat_layer;
pub mod incoming;
pub mod label_writer;
pub mod listener;
pub mod map_picture;
pub mod meter;
pub mod numbers;
pub mod offline;
pub mod painter;
pub mod photo;
pub mod size_watch;
pub mod take_away;
pub mod trace;
pub mod video_frames;
