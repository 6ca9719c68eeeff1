import java.util.List;

/** Weight in grams, value of the goods in cents, the right price in cents. */
record Case(int grams, int cents, int price) {}

class Cases {
    static final List<Case> CASES = List.of(
            new Case(2000, 1000, 490),
            new Case(2001, 1000, 890),
            new Case(10000, 1000, 890),
            new Case(10001, 1000, 1590),
            new Case(1000, 4999, 490),
            new Case(1000, 5000, 490),
            new Case(10001, 5000, 1590),
            new Case(5000, 5000, 0),
            new Case(2500, 1000, 890));
}
