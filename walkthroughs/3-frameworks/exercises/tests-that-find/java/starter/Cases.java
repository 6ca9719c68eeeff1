import java.util.List;

/** Weight in grams, value of the goods in cents, the right price in cents. */
record Case(int grams, int cents, int price) {}

class Cases {
    // TODO: more cases.
    static final List<Case> CASES = List.of(
            new Case(1000, 1000, 490));
}
