/**
 * From a file to pixels: decoding, EXIF orientation, resizing and cutting regions, in bounded memory.
 */
@NullMarked
package io.crackscope.imaging;

import org.jspecify.annotations.NullMarked;
