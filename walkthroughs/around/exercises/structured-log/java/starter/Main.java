import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

public class Main {
    record Request(String requestId, String user, String password, int status, int ms, String path) {
    }

    static String levelOf(int status) {
        // TODO: "error", "warn" or "info".
        return "";
    }

    static String hideToken(String path) {
        // TODO: replace the value of the parameter token by ***.
        return path;
    }

    static Map<String, Object> entryFor(Request request) {
        // A LinkedHashMap keeps the order in which its keys are put in.
        Map<String, Object> entry = new LinkedHashMap<>();
        // TODO: put in level, requestId, user, path, status and ms.
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
