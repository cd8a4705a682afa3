package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PictureQuality;

/**
 * What was measured of an image.
 *
 * @param sha256 lower-case hex digest of the file's bytes
 * @param width in pixels of the file, oriented
 * @param height in pixels of the file, oriented
 * @param hash what it looks like
 * @param quality how it is exposed and focused, at no more than {@value ImageMeasurer#PIXELS} pixels
 */
public record Measures(String sha256, int width, int height, PerceptualHash hash, PictureQuality quality) {}
