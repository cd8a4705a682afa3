package io.crackscope.ui.shell;

import io.crackscope.settings.Installation;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the program is: version, licence, the model it came with, and whose work is inside. */
final class AboutPane extends VBox {
    private static final int LINES = 14;

    AboutPane(Installation installation, Runnable showModel, Messages messages) {
        getStyleClass().add("about");
        Label version = new Label("CrackScope " + installation.version());
        version.setId("about-version");
        version.getStyleClass().add("about-version");
        Label what = new Label(messages.get("ui.about.what"));
        what.setWrapText(true);
        Label engine = new Label(messages.get(
                "ui.about.runtime",
                Runtime.version().feature(),
                System.getProperty("javafx.version", ""),
                System.getProperty("os.arch")));
        engine.getStyleClass().add("sheet-note");
        Label licence = new Label(messages.get("ui.about.licence"));
        licence.setWrapText(true);
        Button model = new Button(messages.get("ui.model.key"));
        model.setId("about-model");
        model.setOnAction(event -> showModel.run());
        getChildren().addAll(version, what, engine, licence, new HBox(model), thirdParties(installation, messages));
    }

    private static Node thirdParties(Installation installation, Messages messages) {
        Label heading = new Label(messages.get("ui.about.others"));
        heading.getStyleClass().add("card-name");
        Path list = installation.thirdParties();
        VBox box;
        try {
            TextArea text = new TextArea(Files.readString(list).strip());
            text.setId("about-others");
            text.setEditable(false);
            text.setWrapText(true);
            text.setPrefRowCount(LINES);
            heading.setLabelFor(text);
            Label texts = new Label(messages.get("ui.about.texts", list.getParent()));
            texts.getStyleClass().add("sheet-note");
            texts.setWrapText(true);
            box = new VBox(heading, text, texts);
        } catch (IOException e) {
            // a build that was not installed has no list
            Label none = new Label(messages.get("ui.about.others.none"));
            none.setId("about-others");
            none.setWrapText(true);
            box = new VBox(heading, none);
        }
        box.getStyleClass().add("about-others");
        return box;
    }
}
