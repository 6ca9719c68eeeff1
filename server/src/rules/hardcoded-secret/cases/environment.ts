import jwt from 'jsonwebtoken';

export class Tokens {
  private readonly secret = 'shhhh-shhhh';

  issue(id: number): string {
    return jwt.sign({ id }, this.secret, { expiresIn: '1h' }); // finds hardcoded-secret
  }
}
