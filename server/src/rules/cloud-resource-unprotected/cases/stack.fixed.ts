import { Stack, aws_s3 as s3, aws_sqs as sqs } from 'aws-cdk-lib';
import { Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { DatabaseInstance } from 'aws-cdk-lib/aws-rds';

export class Shop extends Stack {
  build(vpc: unknown): void {
    new s3.Bucket(this, 'Plain', { enforceSSL: true }); // finds cloud-resource-unprotected (hint)
    new s3.Bucket(this, 'Secure', { enforceSSL: true });
    new s3.Bucket(this, 'Own', { encryption: s3.BucketEncryption.KMS });
    new s3.Bucket(this, 'Off', { encryption: s3.BucketEncryption.S3_MANAGED }); // finds cloud-resource-unprotected (warning)
    const pages = new s3.Bucket(this, 'Pages', { enforceSSL: true });
    pages.grantPublicAccess(); // finds cloud-resource-unprotected (warning)
    new sqs.Queue(this, 'Orders');
    new sqs.Queue(this, 'Open', { encryption: sqs.QueueEncryption.SQS_MANAGED }); // finds cloud-resource-unprotected (warning)
    new DatabaseInstance(this, 'Db', { vpc, storageEncrypted: true }); // finds cloud-resource-unprotected (warning)
    const group = new SecurityGroup(this, 'Group', { vpc });
    group.addIngressRule(Peer.ipv4('10.0.0.0/8'), Port.tcp(22)); // finds cloud-resource-unprotected (warning)
    group.addIngressRule(Peer.anyIpv4(), Port.tcp(443));
    group.addIngressRule(Peer.ipv4('10.0.0.0/8'), Port.tcp(22));
  }
}
