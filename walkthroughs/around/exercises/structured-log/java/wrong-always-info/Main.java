import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

public class Main {
    record Request(String requestId, String user, String password, int status, int ms, String path) {
    }

    static String levelOf(int status) {
        if (status >= 500) {
            return "error";
        }
        return status >= 400 ? "warn" : "info";
    }

    static String hideToken(String path) {
        return path.replaceAll("([?&]token=)[^&]*", "$1***");
    }

    static Map<String, Object> entryFor(Request request) {
        // A LinkedHashMap keeps the order in which its keys are put in.
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("level", "info");
        entry.put("requestId", request.requestId());
        entry.put("user", request.user());
        entry.put("path", hideToken(request.path()));
        entry.put("status", request.status());
        entry.put("ms", request.ms());
        return entry;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        while (input.hasNextLine()) {
            String[] parts = input.nextLine().split(" ");
            int status = Integer.parseInt(parts[3]);
            int ms = Integer.parseInt(parts[4]);
            Request request = new Request(parts[0], parts[1], parts[2], status, ms, parts[5]);
            System.out.println(Json.line(entryFor(request)));
        }
    }
}
