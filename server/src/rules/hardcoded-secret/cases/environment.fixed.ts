import jwt from 'jsonwebtoken';

export class Tokens {
  private readonly secret = process.env.JWT_SECRET!;

  issue(id: number): string {
    return jwt.sign({ id }, this.secret, { expiresIn: '1h' }); // finds hardcoded-secret
  }
}
