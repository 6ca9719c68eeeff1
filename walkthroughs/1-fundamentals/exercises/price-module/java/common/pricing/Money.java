package pricing;

import java.util.Locale;

public class Money {
    public static String formatCents(int cents) {
        return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }
}
