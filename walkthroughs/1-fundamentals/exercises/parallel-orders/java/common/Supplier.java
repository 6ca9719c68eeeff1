public class Supplier {
    /**
     * Asks a supplier, somewhere far away, for the price of a product, and waits for the answer.
     * That takes a while: the shorter the name, the longer.
     */
    static int askPrice(String product) throws InterruptedException {
        Thread.sleep(Math.max(200, 1100 - 100 * product.length()));
        return product.chars().sum();
    }
}
