package io.crackscope.reporting;

/** Where the pictures of findings come from. */
@FunctionalInterface
interface PictureSource {
    FindingPictures.Outcome of(Finding finding, FindingPictures.Wanted wanted);
}
