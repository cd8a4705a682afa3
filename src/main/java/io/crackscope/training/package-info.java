/**
 * Training runs as a person orders them: scan, split, leak check, training, test and card in one path that the window and
 * the command line share, and the history of runs on disk.
 */
@NullMarked
package io.crackscope.training;

import org.jspecify.annotations.NullMarked;
