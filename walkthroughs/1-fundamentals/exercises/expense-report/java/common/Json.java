import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A small reader and writer of JSON. Java's own library has none; real projects take a package
 * such as Jackson, which is used in much the same way.
 *
 * <p>Reading: {@code Json.parse(text)} gives a Json. Of a list, ask {@code items()}; of an object,
 * {@code get(name)}; of a text or a whole number, {@code text()} or {@code number()}.
 *
 * <p>Writing: {@code Json.write(value)} gives the text for maps, lists, texts, numbers, booleans
 * and null.
 */
public final class Json {
    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException when the text is not JSON */
    public static Json parse(String text) {
        Reader reader = new Reader(text);
        Json result = reader.value();
        reader.end();
        return result;
    }

    /** The items of a list. */
    @SuppressWarnings("unchecked")
    public List<Json> items() {
        if (value instanceof List) {
            return (List<Json>) value;
        }
        throw new IllegalArgumentException("This is not a list: " + value);
    }

    /** What an object holds under a name. */
    public Json get(String name) {
        if (value instanceof Map<?, ?> fields && fields.get(name) instanceof Json field) {
            return field;
        }
        throw new IllegalArgumentException("There is no \"" + name + "\" in " + value);
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("This is not a text: " + value);
    }

    public int number() {
        if (value instanceof Double number && number == Math.rint(number)) {
            return number.intValue();
        }
        throw new IllegalArgumentException("This is not a whole number: " + value);
    }

    @Override
    public String toString() {
        return write(value);
    }

    /** The value as JSON text. */
    public static String write(Object value) {
        if (value instanceof Json json) {
            return write(json.value);
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner fields = new StringJoiner(", ", "{", "}");
            map.forEach((name, field) -> fields.add(quoted(name.toString()) + ": " + write(field)));
            return fields.toString();
        }
        if (value instanceof Iterable<?> list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.forEach(item -> items.add(write(item)));
            return items.toString();
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                result.append('\\').append(each);
            } else if (each < ' ') {
                result.append(String.format("\\u%04x", (int) each));
            } else {
                result.append(each);
            }
        }
        return result.append('"').toString();
    }

    private static final class Reader {
        private final String text;
        private int at = 0;

        Reader(String text) {
            this.text = text;
        }

        Json value() {
            skipSpace();
            if (take("{")) {
                return new Json(object());
            }
            if (take("[")) {
                return new Json(list());
            }
            if (take("\"")) {
                return new Json(string());
            }
            if (take("true")) {
                return new Json(true);
            }
            if (take("false")) {
                return new Json(false);
            }
            if (take("null")) {
                return new Json(null);
            }
            int start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (!number.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw problem();
            }
            return new Json(Double.valueOf(number));
        }

        void end() {
            skipSpace();
            if (at < text.length()) {
                throw problem();
            }
        }

        private Map<String, Json> object() {
            Map<String, Json> fields = new LinkedHashMap<>();
            skipSpace();
            if (take("}")) {
                return fields;
            }
            while (true) {
                skipSpace();
                need("\"");
                String name = string();
                skipSpace();
                need(":");
                fields.put(name, value());
                skipSpace();
                if (take("}")) {
                    return fields;
                }
                need(",");
            }
        }

        private List<Json> list() {
            List<Json> items = new ArrayList<>();
            skipSpace();
            if (take("]")) {
                return items;
            }
            while (true) {
                items.add(value());
                skipSpace();
                if (take("]")) {
                    return items;
                }
                need(",");
            }
        }

        private String string() {
            StringBuilder result = new StringBuilder();
            while (at < text.length() && text.charAt(at) >= ' ') {
                char each = text.charAt(at++);
                if (each == '"') {
                    return result.toString();
                }
                result.append(each == '\\' ? escaped() : each);
            }
            throw problem();
        }

        private char escaped() {
            char letter = at < text.length() ? text.charAt(at++) : ' ';
            if (letter == 'u' && text.substring(at).matches("(?s)[0-9a-fA-F]{4}.*")) {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int place = "\"\\/bfnrt".indexOf(letter);
            if (place < 0) {
                throw problem();
            }
            return "\"\\/\b\f\n\r\t".charAt(place);
        }

        private void skipSpace() {
            while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean take(String wanted) {
            boolean isThere = text.startsWith(wanted, at);
            if (isThere) {
                at += wanted.length();
            }
            return isThere;
        }

        private void need(String wanted) {
            if (!take(wanted)) {
                throw problem();
            }
        }

        private IllegalArgumentException problem() {
            return new IllegalArgumentException("This is not JSON, at character " + (at + 1) + ".");
        }
    }
}
