/** What several people wrote: grams and cents to a price in cents. Not all of it is right. */
class Programs {
    static int price(String name, int grams, int cents) {
        return switch (name) {
            case "amber" -> amber(grams, cents);
            case "birch" -> birch(grams, cents);
            case "cedar" -> cedar(grams, cents);
            case "dune" -> dune(grams, cents);
            case "elm" -> elm(grams, cents);
            case "fern" -> fern(grams, cents);
            case "gale" -> gale(grams, cents);
            case "hazel" -> hazel(grams, cents);
            case "iris" -> iris(grams, cents);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static int amber(int grams, int cents) {
        if (grams > 10000) return 1590;
        if (cents >= 5000) return 0;
        if (grams > 2000) return 890;
        return 490;
    }

    static int birch(int grams, int cents) {
        int[] prices = {490, 890, 1590};
        int step = (grams > 2000 ? 1 : 0) + (grams > 10000 ? 1 : 0);
        return step < 2 && cents >= 5000 ? 0 : prices[step];
    }

    static int cedar(int grams, int cents) {
        if (grams > 10000) return 1590;
        if (cents >= 5000) return 0;
        if (grams >= 2000) return 890;
        return 490;
    }

    static int dune(int grams, int cents) {
        if (grams >= 10000) return 1590;
        if (cents >= 5000) return 0;
        if (grams > 2000) return 890;
        return 490;
    }

    static int elm(int grams, int cents) {
        if (grams > 10000) return 1590;
        if (cents > 5000) return 0;
        if (grams > 2000) return 890;
        return 490;
    }

    static int fern(int grams, int cents) {
        if (cents >= 5000) return 0;
        if (grams > 10000) return 1590;
        if (grams > 2000) return 890;
        return 490;
    }

    static int gale(int grams, int cents) {
        if (cents >= 5000 && grams <= 10000) return 0;
        if (grams > 2000) return 890;
        return 490;
    }

    static int hazel(int grams, int cents) {
        if (grams > 10000) return 1590;
        if (cents >= 5000) return 0;
        if (grams / 1000 > 2) return 890;
        return 490;
    }

    static int iris(int grams, int cents) {
        if (grams > 10000) return 1590;
        if (grams > 2000) return 890;
        if (cents >= 5000) return 0;
        return 490;
    }
}
