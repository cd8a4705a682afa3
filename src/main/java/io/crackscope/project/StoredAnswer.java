package io.crackscope.project;

import io.crackscope.domain.ModelAnswer;
import java.util.Optional;

/**
 * An answer of a model as the project holds it.
 *
 * @param id for {@link InspectionProject#findings}
 * @param answer what the model said
 * @param evidence pieces of evidence it found; 0 where it refused the photo
 * @param photoSha256 of the photo's file when the answer was recorded, 64 lower-case hex digits; empty where the file
 *     could not be read
 */
public record StoredAnswer(AnswerId id, ModelAnswer answer, int evidence, Optional<String> photoSha256) {}
