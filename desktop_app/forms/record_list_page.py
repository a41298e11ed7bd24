# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record_list_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy,
    QSpacerItem, QStackedWidget, QTableView, QVBoxLayout,
    QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.line_field import SearchField
from desktop_app.widgets.lists.detail_split import DetailSplit
from desktop_app.widgets.lists.filter_bar import FilterBar
from desktop_app.widgets.lists.line_list import NeedsLine
from desktop_app.widgets.lists.view_tabs import ViewTabs
from desktop_app.widgets.shell.action_bar import ActionBar
from desktop_app.widgets.shell.card import CardFrame
class Ui_RecordListPage(object):
    def setupUi(self, RecordListPage):
        if not RecordListPage.objectName():
            RecordListPage.setObjectName(u"RecordListPage")
        RecordListPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.listSide = QWidget(RecordListPage)
        self.listSide.setObjectName(u"listSide")
        self.listColumn = QVBoxLayout(self.listSide)
        self.listColumn.setSpacing(10)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.views = ViewTabs(self.listSide)
        self.views.setObjectName(u"views")

        self.listColumn.addWidget(self.views)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.search = SearchField(self.listSide)
        self.search.setObjectName(u"search")

        self.bar.addWidget(self.search)

        self.filters = FilterBar(self.listSide)
        self.filters.setObjectName(u"filters")

        self.bar.addWidget(self.filters)

        self.barGap = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.barGap)

        self.order = Button(self.listSide)
        self.order.setObjectName(u"order")

        self.bar.addWidget(self.order)


        self.listColumn.addLayout(self.bar)

        self.stack = QStackedWidget(self.listSide)
        self.stack.setObjectName(u"stack")
        self.listCard = CardFrame()
        self.listCard.setObjectName(u"listCard")
        self.cardColumn = QVBoxLayout(self.listCard)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(1, 1, 1, 1)
        self.table = QTableView(self.listCard)
        self.table.setObjectName(u"table")

        self.cardColumn.addWidget(self.table)

        self.footer = TextLabel(self.listCard)
        self.footer.setObjectName(u"footer")
        self.footer.setMargin(11)

        self.cardColumn.addWidget(self.footer)

        self.stack.addWidget(self.listCard)
        self.empty = EmptyPage()
        self.empty.setObjectName(u"empty")
        self.stack.addWidget(self.empty)

        self.listColumn.addWidget(self.stack)

        self.listColumn.setStretch(2, 1)
        self.column = QVBoxLayout(RecordListPage)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 16, 28, 16)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.title = TextLabel(RecordListPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header.addItem(self.gap)

        self.actions = ActionBar(RecordListPage)
        self.actions.setObjectName(u"actions")

        self.header.addWidget(self.actions)


        self.column.addLayout(self.header)

        self.needs = NeedsLine(RecordListPage)
        self.needs.setObjectName(u"needs")

        self.column.addWidget(self.needs)

        self.split = DetailSplit(RecordListPage)
        self.split.setObjectName(u"split")

        self.column.addWidget(self.split)

        self.band = MessageBand(RecordListPage)
        self.band.setObjectName(u"band")

        self.column.addWidget(self.band)

        self.column.setStretch(2, 1)

        self.retranslateUi(RecordListPage)
    # setupUi

    def retranslateUi(self, RecordListPage):
        pass
    # retranslateUi

