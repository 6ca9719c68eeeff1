import java.util.Map;
import java.util.stream.Collectors;

/** Writes one map as a line of JSON. Real programs use a library for that. */
final class Json {
    private Json() {
    }

    static String line(Map<String, Object> values) {
        return values.entrySet().stream()
            .map(entry -> text(entry.getKey()) + ":" + value(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Number ? value.toString() : text(String.valueOf(value));
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
