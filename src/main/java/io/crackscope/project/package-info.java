/**
 * The inspection project on disk: photos, what models answered, what people decided, and who did what when. One SQLite
 * file beside the photos, saved with every call.
 */
@NullMarked
package io.crackscope.project;

import org.jspecify.annotations.NullMarked;
