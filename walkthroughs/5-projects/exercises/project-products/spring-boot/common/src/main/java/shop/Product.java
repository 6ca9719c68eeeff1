package shop;

/** A product; its price is in cents. */
public record Product(int id, String name, String category, int price, int stock) {}
