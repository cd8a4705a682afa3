package io.crackscope.project;

import io.crackscope.domain.ModelStamp;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a project.
 *
 * @param seq place in the trail, from 1, without gaps
 * @param when it happened
 * @param who did it
 * @param what kind of thing, such as {@code decision} or {@code undo.decision}
 * @param photo it happened to
 * @param photoName name of that photo's file at that time; empty without a photo
 * @param detail a JSON object: what was before and after
 * @param model that answered
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 of this entry, 64 lower-case hex digits
 */
public record AuditEntry(
        long seq,
        Instant when,
        String who,
        String what,
        Optional<PhotoId> photo,
        String photoName,
        String detail,
        Optional<ModelStamp> model,
        String previous,
        String hash) {}
