package shop;

public record Product(int id, String name, int price) {}
