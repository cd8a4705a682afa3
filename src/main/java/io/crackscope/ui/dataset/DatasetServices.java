package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.UserFolders;
import io.crackscope.work.JobRunner;
import java.time.Clock;

/**
 * What the Dataset tab works with.
 *
 * @param runner lists and reads on its IO lane, measures, checks and judges on its data lane, cross-validates on its training
 *     lane
 * @param reader reads images
 * @param cache what is known of images from earlier runs; closed by the tab
 * @param folders where the library, changes of data that cannot be written to, and splits are kept
 * @param judges the models that can judge
 * @param clock tells when things were done
 */
public record DatasetServices(
        JobRunner runner, PhotoReader reader, ImageCache cache, UserFolders folders, Judges judges, Clock clock) {}
