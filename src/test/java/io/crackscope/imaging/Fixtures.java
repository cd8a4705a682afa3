package io.crackscope.imaging;

import java.util.Base64;

/**
 * Tiny pictures of 48 x 32 pixels that no writer at hand could make: left half reddish, right half bluish. Written
 * once by Pillow 12.3.
 */
final class Fixtures {
    static final String CMYK_JPEG =
            "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUV"
                + "FQwPFxgWFBgSFBUU/8AAFAgAIAAwBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAKCAn/xAAUEAEAAAAAAAAAAAAA"
                + "AAAAAAAA/9oADgRDAE0AWQBLAAA/AOqblU5VOqYAAJVxVQzuAACqgSrtEAAAlXFVDO4AAKqBKu0QAACVcVUM7gAAqoEq7RAAAJVx"
                + "VQzuAAD/2Q==";
    static final String YCCK_JPEG =
            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoK"
                + "CgYICwwLCgwJCgoK/8AAFAgAIAAwBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAKCAn/xAAUEAEAAAAAAAAAAAAA"
                + "AAAAAAAA/9oADgRDAE0AWQBLAAA/ANmNWOAbv4AADXiVdSgAAAyGqoTXgAANeJV1KAAADIaqhNeAAA14lXUoAAAMhqqE14AADXiV"
                + "dSgAAA//2Q==";
    static final String LOSSY_WEBP =
            "UklGRloAAABXRUJQVlA4IE4AAACwBACdASowACAAPjEUiEKiISEYBAAgAwSgDP2UF+AfgBqhXAPwA/VUA/qOpDAAAP70UEUnfi+/"
                    + "Gg+r/B/ziL9kv/7x7mqneKvWhAAAAAA=";
    static final String LOSSLESS_WEBP = "UklGRioAAABXRUJQVlA4TB0AAAAvL8AHAA8wKEcBPRjy/EcLxILJ/KUz6I7of1Q4BwA=";
    static final String ALPHA_WEBP = "UklGRioAAABXRUJQVlA4TB0AAAAvL8AHEA8wKEcBPRjyAEYLxILJ/KUz6I7of1Q4BwA=";
    static final String ANIMATED_WEBP =
            "UklGRqAAAABXRUJQVlA4WAoAAAACAAAALwAAHwAAQU5JTQYAAAAAAAAAAABBTk1GNgAAAAAAAAAAAC8AAB8AAAAAAAJWUDhMHQAA"
                + "AC8vwAcADzAoRwE9GPL8RwvEgsn8pTPojuh/VBgHAEFOTUY2AAAAAAAAAAAALwAAHwAAAAAAAFZQOEwdAAAALy/ABwAPMChHAT0Y"
                + "8vxHC8SCSf7SM+iO6H9UGAcA";
    static final String ANIMATED_PNG =
            "iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAIAAADbtmxLAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAAwAAAAIAAA"
                + "AAAAAAAAAAAAAQAAuFDesQAAAEZJREFUeJztzjERwDAQwLCkaAKr0AKnsArBy48SAJ/3d86a8K470nlGKoMMFUPFUDFUDBVDxVAx"
                + "VAwVQ8VQMVQMFUPFUPkB/5kCWP/O1pEAAAAaZmNUTAAAAAEAAAAwAAAAIAAAAAAAAAAAAAAAAQAAIyM0ZQAAAEpmZEFUAAAAAnic"
                + "7c4xEcAwEMCwpGgCq9ACp7AKwcuPEgCf9znfmnDXO9J5RiqDDBVDxVAxVAwVQ8VQMVQMFUPFUDFUDBVDxVD5Af7ZAlgHc2TCAAAA"
                + "AElFTkSuQmCC";
    static final String STILL_GIF =
            "R0lGODdhMAAgAIEAAMgoKCgoyAAAAAAAACwAAAAAMAAgAEAIfgABCBxIsKDBgQESKlzIsKHCgxAjOpxIMaLFghQzMrzIEYDGjwE6"
                + "XgSpUaRFkhlNSkQ5USVEli1dGoTpUOZMmhttEsSZU6dAngt9IgSaUOhPoiGNIk0qdKlRj0ifOlUalSpRqVWbZvU5VetVq0CxfvUa"
                + "FixPsWXJnjWLEy3PgAA7";
    static final String ANIMATED_GIF =
            "R0lGODdhMAAgAIEAAMgoKCgoyAAAAAAAACwAAAAAMAAgAAAIfgABCBxIsKDBgQESKlzIsKHCgxAjOpxIMaLFghQzMrzIEYDGjwE6"
                + "XgSpUaRFkhlNSkQ5USVEli1dGoTpUOZMmhttEsSZU6dAngt9IgSaUOhPoiGNIk0qdKlRj0ifOlUalSpRqVWbZvU5VetVq0CxfvUa"
                + "FixPsWXJnjWLEy3PgAAh+QQBAAACACwAAAAAMAAgAIHIKCgoKMgAAAAAAAAIfgADCBxIsKDBgQASKlzIsKHCgxAjOpxIMaLFghQz"
                + "MrzIMYDGjwA6XgSpUaRFkhlNSkQ5USVEli1dGoTpUOZMmhttEsSZU6dAngt9IgSaUOhPoiGNIk0qdKlRj0ifOlUalSpRqVWbZvU5"
                + "VetVq0CxfvUaFixPsWXJnjWLEy3PgAA7";

    private Fixtures() {}

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
