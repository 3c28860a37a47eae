package dev.anmok.app.review;

import dev.anmok.core.pipeline.PhotoInReview;

/// A photo that a person should see.
///
/// @param place where it stands in the queue
/// @param photo the photo, with what was said of it
/// @param opinion what the machine says of it
public record QueuedPhoto(QueuePlace place, PhotoInReview photo, Opinion opinion) {}
