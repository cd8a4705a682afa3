package io.crackscope.project;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is being typed about an inspection: kept with every keystroke, a step to undo when it is done. */
final class FactsDraft {
    private FactsDraft() {}

    /** Keeps {@code facts}, and answers them. */
    static ProjectFacts keep(Sql sql, ProjectFacts facts) throws SQLException {
        sql.run(
                "REPLACE INTO facts_draft (id, form) VALUES (1, ?)",
                Forms.of(facts).toString());
        return facts;
    }

    /** Makes the draft what the inspection is about; nothing happens without one. {@code what} the trail calls it. */
    static Optional<Step> commit(Sql sql, Steps steps, String what) throws SQLException {
        Optional<String> form = sql.first("SELECT form FROM facts_draft", row -> row.getString(1));
        sql.run("DELETE FROM facts_draft");
        if (form.isEmpty()) {
            return Optional.empty();
        }
        Steps.Change change = new Steps.Change(Aspect.FACTS, null, Forms.parse(form.get()));
        return steps.make(sql, Step.Kind.FACTS, what, Optional.empty(), List.of(change));
    }
}
