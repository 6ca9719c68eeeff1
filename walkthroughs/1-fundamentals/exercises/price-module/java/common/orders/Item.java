package orders;

public record Item(String product, int quantity) {}
