import { CloudUploadOutlined, GiftOutlined } from '@ant-design/icons';
import { Card, Col, Row } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { SampleLoader } from './SampleLoader';

/** The two ways to begin. */
export function FirstStart(): ReactNode {
  const { t } = useTranslation();
  const { isDesigner } = useSession();
  if (!isDesigner) return <EmptyHint text={t('home.viewerEmpty')} />;
  return (
    <Row gutter={[20, 20]} className="first-start">
      <Col xs={24} md={12}>
        <Card className="choice fill">
          <GiftOutlined className="choice-icon" aria-hidden />
          <h2>{t('home.sampleTitle')}</h2>
          <p>{t('home.sampleText')}</p>
          <SampleLoader />
        </Card>
      </Col>
      <Col xs={24} md={12}>
        <Card className="choice fill">
          <CloudUploadOutlined className="choice-icon" aria-hidden />
          <h2>{t('home.ownTitle')}</h2>
          <p>{t('home.ownText')}</p>
          <LinkButton to="/data/import" search={{}} size="large" data-testid="own-file">
            {t('home.ownButton')}
          </LinkButton>
        </Card>
      </Col>
    </Row>
  );
}
