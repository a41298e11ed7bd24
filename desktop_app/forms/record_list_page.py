# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record_list_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QSizePolicy,
    QSpacerItem, QStackedWidget, QTableView, QVBoxLayout,
    QWidget)

from desktop_app.widgets.card import CardFrame
from desktop_app.widgets.empty_page import EmptyPage
from desktop_app.widgets.message_band import MessageBand
from desktop_app.widgets.search_field import SearchField
from desktop_app.widgets.text_label import TextLabel
class Ui_RecordListPage(object):
    def setupUi(self, RecordListPage):
        if not RecordListPage.objectName():
            RecordListPage.setObjectName(u"RecordListPage")
        RecordListPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(RecordListPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 16, 28, 16)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.title = TextLabel(RecordListPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.context = TextLabel(RecordListPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header.addItem(self.gap)

        self.search = SearchField(RecordListPage)
        self.search.setObjectName(u"search")

        self.header.addWidget(self.search)


        self.column.addLayout(self.header)

        self.band = MessageBand(RecordListPage)
        self.band.setObjectName(u"band")

        self.column.addWidget(self.band)

        self.stack = QStackedWidget(RecordListPage)
        self.stack.setObjectName(u"stack")
        self.listCard = CardFrame()
        self.listCard.setObjectName(u"listCard")
        self.listColumn = QVBoxLayout(self.listCard)
        self.listColumn.setSpacing(0)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(1, 1, 1, 1)
        self.table = QTableView(self.listCard)
        self.table.setObjectName(u"table")

        self.listColumn.addWidget(self.table)

        self.footer = TextLabel(self.listCard)
        self.footer.setObjectName(u"footer")
        self.footer.setMargin(11)

        self.listColumn.addWidget(self.footer)

        self.stack.addWidget(self.listCard)
        self.empty = EmptyPage()
        self.empty.setObjectName(u"empty")
        self.stack.addWidget(self.empty)

        self.column.addWidget(self.stack)


        self.retranslateUi(RecordListPage)
    # setupUi

    def retranslateUi(self, RecordListPage):
        pass
    # retranslateUi

